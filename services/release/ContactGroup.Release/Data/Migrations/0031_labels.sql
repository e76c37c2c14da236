-- Every distinct label an item ever had: what goes at once to others is what all of them let go at once.
CREATE TABLE labels (
    item TEXT NOT NULL,
    label TEXT NOT NULL,
    version INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (item, label)
) WITHOUT ROWID;

-- 1 when the review is about something that went less far before.
ALTER TABLE reviews ADD COLUMN widening INTEGER NOT NULL DEFAULT 0;
