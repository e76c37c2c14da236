-- The version at which the membership began. A cursor of an earlier membership is worth nothing in a later one.
ALTER TABLE members ADD COLUMN joined INTEGER NOT NULL DEFAULT 0;
