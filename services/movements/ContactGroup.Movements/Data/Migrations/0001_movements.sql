CREATE TABLE movements (
    item TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    exercise INTEGER NOT NULL,
    version INTEGER NOT NULL
);

-- Every version stays: what was notified, to whom and when must be known when something happens to a convoy.
CREATE TABLE movement_versions (
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    act TEXT NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    reason TEXT NULL,
    status TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    recipients TEXT NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (item, version)
);
