-- Whether what was held then was acknowledged: that is not forgotten while its notification is there.
ALTER TABLE spans ADD COLUMN kept INTEGER NULL;
CREATE INDEX spans_shown ON spans (item, shown);
DROP INDEX spans_ended;
CREATE INDEX spans_ended ON spans (ended_at) WHERE ended_at IS NOT NULL AND kept IS NULL;
