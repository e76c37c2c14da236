-- The words of what each stream holds, in one index, each word with the stream before it: looking for a word in some streams walks no word of another.
CREATE TABLE held_words (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    stream TEXT NOT NULL,
    item TEXT NOT NULL,
-- [postgresql]
    words TSVECTOR NOT NULL,
-- [all]
    UNIQUE (stream, item)
);

-- [sqlite]
CREATE VIRTUAL TABLE held_text USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
-- [postgresql]
CREATE INDEX held_words_words ON held_words USING gin (words);
-- [all]

-- What is held already is put into it by WordsOfBefore, which then takes away the words of the index of views.
