-- Who of outside is who here. The subject only as a hash, with its issuer: a copy of this file names nobody at the provider.
CREATE TABLE outside_identities (
    issuer TEXT NOT NULL,
    subject_hash TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES people (id),
    bound_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject_hash)
);

CREATE UNIQUE INDEX outside_identities_person ON outside_identities (person);

-- Sign-ins that came back from a provider, so that none comes back twice. Kept for as long as one may take.
CREATE TABLE outside_states (
    hash TEXT PRIMARY KEY,
    used_at BIGINT NOT NULL
);

CREATE INDEX outside_states_used_at ON outside_states (used_at);
