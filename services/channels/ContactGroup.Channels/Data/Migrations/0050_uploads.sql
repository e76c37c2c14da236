-- A file on its way to an item. Instants are unix microseconds, UTC.
CREATE TABLE uploads (
    upload TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    -- The blob it becomes; chosen at the beginning, so that a crash leaves no blob that nobody knows of.
    blob TEXT NOT NULL,
    -- Bytes after cleaning; absent until it is complete.
    kept_size BIGINT NULL,
    -- The command that took it, for ever; absent until one does.
    command TEXT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX uploads_by_person ON uploads (person, command);
CREATE INDEX uploads_by_age ON uploads (changed_at);

CREATE TABLE upload_parts (
    upload TEXT NOT NULL,
    start BIGINT NOT NULL,
    length BIGINT NOT NULL,
    blob TEXT NOT NULL,
    PRIMARY KEY (upload, start)
);

CREATE INDEX upload_parts_by_blob ON upload_parts (blob);

ALTER TABLE message_versions ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
