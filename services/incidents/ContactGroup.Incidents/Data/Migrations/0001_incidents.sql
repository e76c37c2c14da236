CREATE TABLE incidents (
    item TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    exercise INTEGER NOT NULL,
    version INTEGER NOT NULL
);

-- Every version stays: what was corrected can be read again by those who must answer for it.
CREATE TABLE incident_versions (
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    act TEXT NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    reason TEXT NULL,
    status TEXT NOT NULL,
    label TEXT NOT NULL,
    protection INTEGER NOT NULL,
    derived TEXT NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (item, version)
);

-- A reference is the organisation's own: two organisations may use the same one and learn nothing of each other.
CREATE TABLE source_references (
    organisation TEXT NOT NULL,
    system TEXT NOT NULL,
    reference TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (organisation, system, reference)
);
