-- Files that items carry. One that no version carries any more is dropped: its bytes go first, then the row.
CREATE TABLE blobs (
    blob TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    dropped INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX blobs_item ON blobs (item);
CREATE INDEX blobs_dropped ON blobs (blob) WHERE dropped = 1;

-- What one stream calls a file of an item that its readers hold. The name is random for each stream: a name of another stream is worth nothing.
CREATE TABLE blob_names (
    name TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    item TEXT NOT NULL,
    file TEXT NOT NULL,
    blob TEXT NOT NULL,
    shown TEXT NOT NULL,
    media_type TEXT NOT NULL,
    UNIQUE (stream, item, file)
) WITHOUT ROWID;
