-- Which bytes an audience held; null for what ended before this column.
ALTER TABLE spans ADD COLUMN shown TEXT NULL;
UPDATE spans SET shown = (
    SELECT v.hash FROM held h JOIN views v ON v.view = h.view WHERE h.stream = spans.stream AND h.item = spans.item AND h.seq = spans.seq)
WHERE ended_seq IS NULL;

-- Bytes that another side was shown of a movement or a site and does not hold any more, compressed: for the record of its owner alone.
CREATE TABLE shown_views (
    item TEXT NOT NULL,
    hash TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (item, hash)
) WITHOUT ROWID;

-- The record of a notification as it was when an incident was linked to it, compressed, with the last hash of its chain. Never changed.
CREATE TABLE evidence (
    item TEXT NOT NULL,
    incident TEXT NOT NULL,
    at INTEGER NOT NULL,
    head TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (item, incident)
) WITHOUT ROWID;
