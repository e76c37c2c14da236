-- A coordinator asks the owner whether an item may go further. State: 0 asked, 1 consented, 2 declined.
CREATE TABLE widenings (
    widening TEXT PRIMARY KEY,
    item TEXT NOT NULL,
    target TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposals TEXT NOT NULL,
    fields TEXT NOT NULL,
    state INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    decided_at INTEGER NULL,
    decided_by TEXT NULL,
    release_to TEXT NULL
);

CREATE INDEX widenings_item ON widenings (item);
CREATE UNIQUE INDEX widenings_asked ON widenings (item, target) WHERE state = 0;
