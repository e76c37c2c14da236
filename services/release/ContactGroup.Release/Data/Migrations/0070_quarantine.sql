-- What a coordinator settled about a version that is quarantined. Nothing of its words is anywhere. State: 0 upheld, 1 returned.
CREATE TABLE quarantine_decisions (
    item TEXT NOT NULL,
    version INTEGER NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    decided_by TEXT NOT NULL,
    decided_by_name TEXT NOT NULL,
    PRIMARY KEY (item, version)
) WITHOUT ROWID;
