-- What the readers of a stream held of an item, from one entry to the one that replaced or recalled it.
CREATE TABLE spans (
    item TEXT NOT NULL,
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    disclosure INTEGER NOT NULL,
    at INTEGER NOT NULL,
    ended_seq INTEGER NULL,
    ended_at INTEGER NULL,
    ended_op INTEGER NULL,
    PRIMARY KEY (item, stream, seq)
) WITHOUT ROWID;

CREATE INDEX spans_ended ON spans (ended_at) WHERE ended_at IS NOT NULL;

INSERT INTO spans (item, stream, seq, disclosure, at) SELECT item, stream, seq, disclosure, released_at FROM held;

-- People as they were when they read.
CREATE TABLE readers (
    reader INTEGER PRIMARY KEY AUTOINCREMENT,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    constituency INTEGER NOT NULL,
    force TEXT NOT NULL,
    UNIQUE (person, name, organisation, organisation_name, constituency, force)
);

-- Who read which part of a stream: entries after one sequence through another; through is null while a live connection follows it.
CREATE TABLE readings (
    reading INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    reader INTEGER NOT NULL,
    after INTEGER NOT NULL,
    head INTEGER NOT NULL,
    through INTEGER NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NULL
);

CREATE INDEX readings_stream ON readings (stream, through, after);
CREATE INDEX readings_open ON readings (reading) WHERE through IS NULL;
CREATE INDEX readings_ended ON readings (to_at) WHERE to_at IS NOT NULL;

-- Who was given an item in an answer of its own or in a list.
CREATE TABLE receipts (
    item TEXT NOT NULL,
    reader INTEGER NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    opened_at INTEGER NULL,
    PRIMARY KEY (item, reader, stream, revision)
) WITHOUT ROWID;

CREATE INDEX readings_reader ON readings (reader);
CREATE INDEX receipts_reader ON receipts (reader);
CREATE INDEX receipts_received ON receipts (received_at);
