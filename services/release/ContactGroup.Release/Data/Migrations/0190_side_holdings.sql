-- Which version of an item the whole side of its author holds, as it was told last; of items alone that were once taken back from that side.
CREATE TABLE side_holdings (
    item TEXT PRIMARY KEY,
    version INTEGER NULL,
    change INTEGER NOT NULL
) WITHOUT ROWID;

-- Nothing was told of what was taken back before: it is looked at once more.
INSERT INTO reevaluations (channel, after_ord)
SELECT DISTINCT i.channel, 0 FROM recalls r JOIN items i ON i.item = r.item WHERE r.target LIKE 'side:%'
ON CONFLICT (channel) DO UPDATE SET after_ord = 0;
