CREATE TABLE channels (
    channel TEXT PRIMARY KEY,
    grp TEXT NOT NULL,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    admits TEXT NOT NULL,
    posture INTEGER NOT NULL,
    exercise INTEGER NOT NULL,
    version INTEGER NOT NULL
);

CREATE INDEX channels_grp ON channels (grp);

CREATE TABLE members (
    grp TEXT NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    constituency INTEGER NOT NULL,
    force TEXT NULL,
    member INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (grp, person)
);

CREATE INDEX members_person ON members (person);

CREATE TABLE streams (
    stream TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    scope INTEGER NOT NULL,
    subject TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    head INTEGER NOT NULL,
    UNIQUE (channel, scope, subject)
);

CREATE TABLE items (
    ord INTEGER PRIMARY KEY AUTOINCREMENT,
    item TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    version INTEGER NOT NULL,
    parent TEXT NULL,
    organisation TEXT NOT NULL,
    expires_at INTEGER NULL,
    expired INTEGER NOT NULL,
    payload BLOB NOT NULL
);

CREATE INDEX items_channel ON items (channel);
CREATE INDEX items_parent ON items (parent) WHERE parent IS NOT NULL;
CREATE INDEX items_expires ON items (expires_at) WHERE expires_at IS NOT NULL AND expired = 0;

CREATE TABLE views (
    view INTEGER PRIMARY KEY AUTOINCREMENT,
    hash TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    happened_from INTEGER NULL,
    lat REAL NULL,
    lon REAL NULL,
    body BLOB NOT NULL
);

-- [sqlite]
CREATE VIRTUAL TABLE view_text USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
-- [postgresql]
CREATE TABLE view_text (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX view_text_words ON view_text USING gin (words);
-- [all]

CREATE TABLE held (
    stream TEXT NOT NULL,
    item TEXT NOT NULL,
    view INTEGER NOT NULL,
    disclosure INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    released_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (stream, item)
) WITHOUT ROWID;

CREATE INDEX held_view ON held (view);
CREATE INDEX held_item ON held (item);
CREATE INDEX held_order ON held (stream, released_at);

CREATE TABLE entries (
    stream TEXT NOT NULL,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL,
    item TEXT NOT NULL,
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    view INTEGER NULL,
    PRIMARY KEY (stream, seq)
) WITHOUT ROWID;

CREATE INDEX entries_item ON entries (stream, item) WHERE view IS NOT NULL;
CREATE INDEX entries_view ON entries (view) WHERE view IS NOT NULL;

CREATE TABLE reviews (
-- [postgresql]
    rowid BIGINT GENERATED ALWAYS AS IDENTITY,
-- [all]
    review TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    channel TEXT NOT NULL,
    target TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    proposals TEXT NOT NULL,
    state INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    decided_at INTEGER NULL,
    decided_by TEXT NULL,
    note TEXT NULL
);

CREATE INDEX reviews_item ON reviews (item, target);
CREATE INDEX reviews_open ON reviews (channel) WHERE state = 0;

CREATE TABLE releases (
    item TEXT NOT NULL,
    audience TEXT NOT NULL,
    hash TEXT NOT NULL,
    disclosure INTEGER NOT NULL,
    review TEXT NOT NULL,
    PRIMARY KEY (item, audience)
) WITHOUT ROWID;

CREATE TABLE acknowledgements (
    item TEXT NOT NULL,
    person TEXT NOT NULL,
    person_name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    constituency INTEGER NOT NULL,
    force TEXT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (item, person)
) WITHOUT ROWID;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    audience TEXT NOT NULL,
    disclosure INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    policy TEXT NOT NULL,
    at INTEGER NOT NULL
);

CREATE INDEX decisions_item ON decisions (item);

CREATE TABLE waiting (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    payload BLOB NOT NULL
);

CREATE INDEX waiting_channel ON waiting (channel);

CREATE TABLE reevaluations (
    channel TEXT PRIMARY KEY,
    after_ord INTEGER NOT NULL
);
