-- Sites and advisories are kept as movements are.
ALTER TABLE movements RENAME TO notifications;
ALTER TABLE notifications ADD COLUMN kind TEXT NOT NULL DEFAULT 'movement';
ALTER TABLE movement_versions RENAME TO notification_versions;
