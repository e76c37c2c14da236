-- The latest state of its room that an act on it has seen: what happens by itself comes after that.
ALTER TABLE notifications ADD COLUMN channel_version INTEGER NOT NULL DEFAULT 0;
