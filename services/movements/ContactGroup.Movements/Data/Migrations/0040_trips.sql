-- When and where movements in force go and with which registrations: for the search for those of the same organisation in the same room that look like the same movement.
CREATE TABLE notified_trips (
    item TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    organisation TEXT NOT NULL,
    reference TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    stops TEXT NOT NULL,
    plates TEXT NOT NULL
);

CREATE INDEX notified_trips_during ON notified_trips (channel, organisation, ends);
