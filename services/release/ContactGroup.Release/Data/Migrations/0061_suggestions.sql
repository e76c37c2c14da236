-- What had been changed of the item for the target when it was taken back; null when nothing. A suggestion, applied by nobody but a coordinator.
ALTER TABLE recalls ADD COLUMN redaction TEXT NULL;
