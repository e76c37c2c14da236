-- Which version of a notice that was once taken back from its side the whole side holds, NULL for none; as it was heard, and when. All stay: figures are as of an instant.
CREATE TABLE side_holdings (
    item TEXT NOT NULL,
    change INTEGER NOT NULL,
    version INTEGER NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (item, change)
);
