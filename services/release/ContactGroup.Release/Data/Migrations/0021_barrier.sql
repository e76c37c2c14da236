-- Streams whose readers may hold more than the rules of now give. Their content is closed to every reader until this row is gone.
CREATE TABLE tightenings (
    stream TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    after_item TEXT NOT NULL
) WITHOUT ROWID;

-- Streams that are to get more by a change of rules. What came before the change (up to this ord) reaches them only by the paced loosening.
CREATE TABLE loosenings (
    stream TEXT PRIMARY KEY,
    channel TEXT NOT NULL,
    until_ord INTEGER NOT NULL,
    not_before INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX loosenings_channel ON loosenings (channel);

-- What a loosening will bring, collected before anything of it appears.
CREATE TABLE growths (
    stream TEXT NOT NULL,
    ord INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (stream, ord)
) WITHOUT ROWID;

-- Items that could not be looked at again: withheld from everybody but their owner until it works.
CREATE TABLE set_aside (
    item TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

-- What present views were decided by.
CREATE TABLE policies (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    document BLOB NOT NULL,
    fingerprint TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- Equal for views that say the same, whichever policy decided them: a new policy alone replaces nothing.
ALTER TABLE views ADD COLUMN sameness TEXT NOT NULL DEFAULT '';
