-- The version that the stream's readers were shown before and the names of the fields that differ from it, as in '1 windowStart,route'; null when there are none. Never a value.
ALTER TABLE held ADD COLUMN changed TEXT NULL;
ALTER TABLE entries ADD COLUMN changed TEXT NULL;
