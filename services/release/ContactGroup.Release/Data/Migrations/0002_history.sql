CREATE TABLE history (
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    status TEXT NOT NULL,
    fields BLOB NOT NULL,
    PRIMARY KEY (item, version)
) WITHOUT ROWID;
