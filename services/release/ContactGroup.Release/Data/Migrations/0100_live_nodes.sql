-- Processes with live connections, and when each of them last got leave to hand over frames.
CREATE TABLE live_nodes (
    process TEXT PRIMARY KEY,
    node TEXT NOT NULL,
    address TEXT NOT NULL,
    renewed_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The process through which somebody reads; null when it is this one.
ALTER TABLE readings ADD COLUMN process TEXT NULL;
