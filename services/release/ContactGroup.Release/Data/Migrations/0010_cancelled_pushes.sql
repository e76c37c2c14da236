-- Where the fact of an entry stands in the outbox, so that it can be revised while it waits there.
ALTER TABLE entries ADD COLUMN outbox INTEGER NULL;
