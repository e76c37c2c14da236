-- Names of the fields that differ from the version that the stream's readers were shown before, separated by commas; null when there are none. Never a value.
ALTER TABLE held ADD COLUMN changed TEXT NULL;
ALTER TABLE entries ADD COLUMN changed TEXT NULL;
