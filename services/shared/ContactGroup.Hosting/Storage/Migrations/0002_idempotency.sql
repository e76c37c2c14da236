CREATE TABLE idempotency (
    person TEXT NOT NULL,
    key TEXT NOT NULL,
    command_hash BLOB NOT NULL,
    receipt TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person, key)
);

CREATE INDEX idempotency_at ON idempotency (at);
