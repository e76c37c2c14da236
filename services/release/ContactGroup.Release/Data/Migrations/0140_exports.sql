-- Who took an item out of here in which format, once per view, with the first and the last time.
CREATE TABLE exports (
    item TEXT NOT NULL,
    reader INTEGER NOT NULL,
    format TEXT NOT NULL,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    times INTEGER NOT NULL,
    request TEXT NOT NULL,
    PRIMARY KEY (item, reader, format, stream, revision)
) WITHOUT ROWID;

CREATE INDEX exports_reader ON exports (reader);
CREATE INDEX exports_last ON exports (last_at);

-- Exports that take two people. What is asked for is kept as it was asked; what it gives is looked up when it is fetched.
CREATE TABLE export_requests (
    request TEXT PRIMARY KEY,
    format TEXT NOT NULL,
    channel TEXT NULL,
    filters TEXT NOT NULL,
    person TEXT NOT NULL,
    person_name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    constituency INTEGER NOT NULL,
    force TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    confirmed_by TEXT NULL,
    confirmed_at INTEGER NULL,
    used_at INTEGER NULL
);

CREATE INDEX export_requests_open ON export_requests (asked_at) WHERE confirmed_at IS NULL;
CREATE INDEX export_requests_person ON export_requests (person);
