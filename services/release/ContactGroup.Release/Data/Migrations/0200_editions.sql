-- Which version of a notification a span showed, and by which revision of its stream, so that its owner hears who was given that version and not only one of them. 0 for what
-- shows no version, and for what began before they were kept.
ALTER TABLE spans ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;
ALTER TABLE spans ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- Who asked for which view, for each span without all receipts of the item.
CREATE INDEX receipts_opened ON receipts (item, stream, revision) WHERE opened_at IS NOT NULL;
