-- When somebody of the organisation that notified was first told of the link while its record was still to be kept; carried over when it is kept.
ALTER TABLE evidence_due ADD COLUMN told INTEGER NULL;
