-- Which version recipients were shown: how long it is shown counts from when that was first said.
ALTER TABLE movement_versions ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;
