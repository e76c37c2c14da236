-- What a record is called in the system that it was brought from: brought again to the same room, it is the notification that is there.
CREATE TABLE source_references (
    channel TEXT NOT NULL,
    organisation TEXT NOT NULL,
    system TEXT NOT NULL,
    reference TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (channel, organisation, system, reference)
);
