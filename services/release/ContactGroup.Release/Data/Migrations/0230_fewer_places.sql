-- Every place that is written for each item in each stream is a page of its own.

-- The entry that shows an item is the one by which it is held; what another one still shows is taken out here.
UPDATE entries SET view = NULL, changed = NULL WHERE view IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM held h WHERE h.stream = entries.stream AND h.item = entries.item AND h.seq = entries.seq);
DELETE FROM views WHERE NOT EXISTS (SELECT 1 FROM held WHERE held.view = views.view) AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.view = views.view);
DROP INDEX entries_item;

-- The spans of an item lie together and are few.
DROP INDEX spans_shown;

-- By item and not by stream: a new item is one place. Nobody reads words by their item; SQLite's index knows them by number.
-- [sqlite]
CREATE TABLE held_words_by_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    item TEXT NOT NULL,
    UNIQUE (item, stream)
);
INSERT INTO held_words_by_item (id, stream, item) SELECT id, stream, item FROM held_words;
DROP TABLE held_words;
ALTER TABLE held_words_by_item RENAME TO held_words;
-- [postgresql]
ALTER TABLE held_words ADD CONSTRAINT held_words_of_item UNIQUE (item, stream);
ALTER TABLE held_words DROP CONSTRAINT held_words_stream_item_key;
-- [all]
