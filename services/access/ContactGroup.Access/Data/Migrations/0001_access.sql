CREATE TABLE notices (
    item TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    origin TEXT NOT NULL,
    exercise INTEGER NOT NULL,
    version INTEGER NOT NULL
);

-- Every version stays: whether a constraint eased, and after what, is read from them.
CREATE TABLE notice_versions (
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    act TEXT NOT NULL,
    person TEXT NOT NULL,
    organisation TEXT NOT NULL,
    reason TEXT NULL,
    status TEXT NOT NULL,
    label TEXT NOT NULL,
    content TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- What the overview counts by. A version is counted when the whole humanitarian side has it.
    counted INTEGER NOT NULL,
    exercise INTEGER NOT NULL,
    country TEXT NOT NULL,
    month TEXT NOT NULL,
    area TEXT NOT NULL,
    constraint_type TEXT NOT NULL,
    severity TEXT NOT NULL,
    PRIMARY KEY (item, version)
);

CREATE INDEX notice_versions_counted ON notice_versions (country, month);
