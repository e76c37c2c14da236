CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id TEXT NOT NULL,
    fact TEXT NOT NULL,
    partition_key TEXT NOT NULL,
    payload BLOB NOT NULL
);

CREATE TABLE inbox (
    consumer TEXT NOT NULL,
    message_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (consumer, message_id)
) WITHOUT ROWID;

CREATE INDEX inbox_at ON inbox (at);

CREATE TABLE parked (
    consumer TEXT NOT NULL,
    message_id TEXT NOT NULL,
    fact TEXT NOT NULL,
    partition_key TEXT NOT NULL,
    payload BLOB NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (consumer, message_id)
);
