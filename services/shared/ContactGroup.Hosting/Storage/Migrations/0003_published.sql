-- Facts that a broker has confirmed, kept for a while: when the broker is lost they go out again.
CREATE TABLE published (
    id INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL,
    fact TEXT NOT NULL,
    partition_key TEXT NOT NULL,
    payload BLOB NOT NULL,
    at INTEGER NOT NULL
);

CREATE INDEX published_at ON published (at);
