-- Where notifications say that somebody is, while they are in force: for the search for notifications of one place by the same organisation.
CREATE TABLE notified_places (
    item TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    channel TEXT NOT NULL,
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    names TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    ends INTEGER NOT NULL,
    PRIMARY KEY (item, ordinal)
);

CREATE INDEX notified_places_near ON notified_places (channel, organisation, lat);
