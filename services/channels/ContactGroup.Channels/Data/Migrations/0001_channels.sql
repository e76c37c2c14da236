-- Instants are unix microseconds, UTC. Flags are 0 or 1. Codes are the words of the wire.

CREATE TABLE organisations (
    organisation TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    constituency TEXT NOT NULL,
    force_name TEXT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE people (
    person TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    organisation TEXT NULL,
    suspended BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE contact_groups (
    contact_group TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    posture TEXT NOT NULL,
    exercise BIGINT NOT NULL,
    convenor TEXT NOT NULL,
    convenor_name TEXT NOT NULL,
    terms_version BIGINT NOT NULL,
    version BIGINT NOT NULL,
    -- The version at which the posture last became "distance"; 0 when it never did. Tells who could see a plenary before it closed.
    distance_version BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);

CREATE TABLE terms (
    contact_group TEXT NOT NULL,
    version BIGINT NOT NULL,
    purpose TEXT NOT NULL,
    assumptions TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (contact_group, version)
);

CREATE TABLE posture_changes (
    contact_group TEXT NOT NULL,
    version BIGINT NOT NULL,
    posture TEXT NOT NULL,
    reason TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (contact_group, version)
);

CREATE TABLE channels (
    channel TEXT PRIMARY KEY,
    contact_group TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- Atoms, separated by one space.
    admits TEXT NOT NULL,
    opened_version BIGINT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL
);

CREATE INDEX channels_by_group ON channels (contact_group);

-- One row per person and group for ever: a person who left keeps the row, so that versions go on rising.
CREATE TABLE memberships (
    contact_group TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    constituency TEXT NOT NULL,
    force_name TEXT NULL,
    member BIGINT NOT NULL,
    -- The group's version when the person last joined.
    joined_version BIGINT NOT NULL,
    accepted_terms BIGINT NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (contact_group, person)
);

CREATE INDEX memberships_by_person ON memberships (person, member);

CREATE TABLE terms_acceptances (
    contact_group TEXT NOT NULL,
    person TEXT NOT NULL,
    version BIGINT NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (contact_group, person, version)
);

CREATE TABLE messages (
    item TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    reference TEXT NOT NULL,
    author TEXT NOT NULL,
    author_name TEXT NOT NULL,
    organisation TEXT NOT NULL,
    organisation_name TEXT NOT NULL,
    constituency TEXT NOT NULL,
    force_name TEXT NULL,
    reply_to TEXT NULL,
    acknowledgement_requested BIGINT NOT NULL,
    exercise BIGINT NOT NULL,
    version BIGINT NOT NULL,
    posted_at BIGINT NOT NULL
);

CREATE TABLE message_versions (
    item TEXT NOT NULL,
    version BIGINT NOT NULL,
    text TEXT NOT NULL,
    sensitivity TEXT NOT NULL,
    release_to TEXT NOT NULL,
    caveats TEXT NOT NULL,
    expires_at BIGINT NULL,
    status TEXT NOT NULL,
    reason TEXT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (item, version)
);

CREATE TABLE acknowledgements (
    item TEXT NOT NULL,
    person TEXT NOT NULL,
    version BIGINT NOT NULL,
    organisation TEXT NOT NULL,
    acknowledged_at BIGINT NOT NULL,
    PRIMARY KEY (item, person)
);
