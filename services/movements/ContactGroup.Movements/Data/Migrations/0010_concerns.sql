-- Areas and times that a force keeps for itself. Nothing that is notified leads here, and nothing here to what is notified.
CREATE TABLE concerns (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL,
    audience TEXT NOT NULL,
    note TEXT NOT NULL,
    area TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL
);

CREATE INDEX concerns_of ON concerns (organisation, audience, starts);
