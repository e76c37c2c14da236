CREATE TABLE recalls (
    item TEXT NOT NULL,
    target TEXT NOT NULL,
    at INTEGER NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (item, target)
) WITHOUT ROWID;
