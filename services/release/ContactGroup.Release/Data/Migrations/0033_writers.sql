-- Everybody who wrote a version of an item: none of them is the second person for it.
CREATE TABLE writers (
    item TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (item, person)
) WITHOUT ROWID;
