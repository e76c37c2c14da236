-- What happens by itself at an instant. One row for each item and kind; gone in the transaction in which it fires.
CREATE TABLE deadlines (
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    due INTEGER NOT NULL,
    try_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (item, kind)
) WITHOUT ROWID;

CREATE INDEX deadlines_try_at ON deadlines (try_at);
CREATE INDEX deadlines_due ON deadlines (due);
CREATE INDEX deadlines_tries ON deadlines (tries) WHERE tries > 0;
