CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    abbreviation TEXT NOT NULL,
    constituency TEXT NOT NULL,
    force TEXT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK ((constituency = 'military') = (force IS NOT NULL))
);

-- An administrator stands in no organisation, so on no side; everyone else stands in exactly one.
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    account_key TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id),
    administrator INTEGER NOT NULL,
    password_hash TEXT,
    security_stamp TEXT NOT NULL,
    suspended_at BIGINT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CHECK ((administrator = 1) = (organisation IS NULL))
);

CREATE INDEX people_organisation ON people (organisation);

CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id),
    started_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_because TEXT
);

CREATE INDEX sessions_person ON sessions (person);
CREATE INDEX sessions_ends_at ON sessions (ends_at);

-- Only hashes: a copy of this file signs nobody in.
CREATE TABLE refresh_tokens (
    hash TEXT PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    issued_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX refresh_tokens_session ON refresh_tokens (session);

CREATE TABLE invitations (
    hash TEXT PRIMARY KEY,
    organisation TEXT REFERENCES organisations (id),
    administrator INTEGER NOT NULL,
    invited_by TEXT NOT NULL REFERENCES people (id),
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    used_by TEXT REFERENCES people (id),
    CHECK ((administrator = 1) = (organisation IS NULL))
);

-- Counted for every name typed, whether an account has it or not: both cost the same and lock the same.
CREATE TABLE sign_in_attempts (
    name_hash TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    locked_until BIGINT NOT NULL,
    refused INTEGER NOT NULL,
    last_at BIGINT NOT NULL
);

CREATE INDEX sign_in_attempts_last_at ON sign_in_attempts (last_at);
