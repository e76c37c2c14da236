-- How often a merge of the whole index of words was begun since it was written anew, see HeldWords: stays 0 where the server takes out dead rows by itself.
CREATE TABLE held_text_merges (one INTEGER PRIMARY KEY CHECK (one = 1), begun INTEGER NOT NULL);
INSERT INTO held_text_merges (one, begun) VALUES (1, 0);

-- [sqlite]
-- One that was merged a thousand times cannot even be opened any more. Emptied beneath it, it can, and is written anew from its content, which is whole.
UPDATE held_text_data SET block = x'00000000000000' WHERE id = 10;
DELETE FROM held_text_data WHERE id > 10;
DELETE FROM held_text_idx;
INSERT INTO held_text (held_text) VALUES ('rebuild');
-- [all]
