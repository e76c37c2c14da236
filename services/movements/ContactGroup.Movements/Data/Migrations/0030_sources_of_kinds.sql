-- A movement and a site may be called the same where they come from.
ALTER TABLE source_references RENAME TO source_references_of_sites;
CREATE TABLE source_references (
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    organisation TEXT NOT NULL,
    system TEXT NOT NULL,
    reference TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (kind, channel, organisation, system, reference)
);
INSERT INTO source_references (kind, channel, organisation, system, reference, item)
SELECT n.kind, s.channel, s.organisation, s.system, s.reference, s.item FROM source_references_of_sites s JOIN notifications n ON n.item = s.item;
DROP TABLE source_references_of_sites;
