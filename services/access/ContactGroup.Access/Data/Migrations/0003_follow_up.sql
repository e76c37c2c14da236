-- The latest state of its room that an act on it has seen: what happens by itself comes after that.
ALTER TABLE notices ADD COLUMN channel_version INTEGER NOT NULL DEFAULT 0;

-- What was raised before there were deadlines is looked at once, which sets the one that it has.
INSERT INTO deadlines (item, kind, due, try_at) SELECT item, 'look', 0, 0 FROM notices;
