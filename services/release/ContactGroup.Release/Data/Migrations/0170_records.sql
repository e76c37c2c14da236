-- Records of notifications, compressed, each once for a state of its notification. Never changed.
CREATE TABLE records (
    record INTEGER PRIMARY KEY AUTOINCREMENT,
    item TEXT NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    head TEXT NOT NULL,
    body BLOB NOT NULL
);

CREATE INDEX records_state ON records (item, state);

-- Which record was kept for which incident. Never changed, never removed.
CREATE TABLE evidence_links (
    item TEXT NOT NULL,
    incident TEXT NOT NULL,
    organisation TEXT NOT NULL,
    affected_version INTEGER NULL,
    at INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (item, incident)
) WITHOUT ROWID;

CREATE INDEX evidence_links_organisation ON evidence_links (organisation, at);

-- Incidents for which a record is still to be kept.
CREATE TABLE evidence_due (
    item TEXT NOT NULL,
    incident TEXT NOT NULL,
    organisation TEXT NOT NULL,
    affected_version INTEGER NULL,
    tries INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    PRIMARY KEY (item, incident)
) WITHOUT ROWID;

CREATE INDEX evidence_due_next ON evidence_due (next_at);

-- A record of before says itself for which incident it was kept: its state is that incident, and it is given as it stands.
INSERT INTO records (item, state, at, head, body) SELECT item, '=' || incident, at, head, record FROM evidence;
INSERT INTO evidence_links (item, incident, organisation, affected_version, at, record)
    SELECT item, substr(state, 2), '', NULL, at, record FROM records;
DROP TABLE evidence;
