-- The latest edition of which release has said who held it when it came.
ALTER TABLE notifications ADD COLUMN heard_edition INTEGER NOT NULL DEFAULT 0;
