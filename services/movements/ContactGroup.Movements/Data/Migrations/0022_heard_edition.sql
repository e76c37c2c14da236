-- The latest edition of which release has said who held it when it came.
ALTER TABLE notifications ADD COLUMN heard_edition INTEGER NOT NULL DEFAULT 0;
-- What stands is as release has shown it: only what is said from now on is corrected by what it says.
UPDATE notifications SET heard_edition = (SELECT v.edition FROM notification_versions v WHERE v.item = notifications.item AND v.version = notifications.version);
