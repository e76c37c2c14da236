-- When somebody of the organisation that notified was first told that the record was kept; they may have it from then on.
ALTER TABLE evidence_links ADD COLUMN told INTEGER NULL;
