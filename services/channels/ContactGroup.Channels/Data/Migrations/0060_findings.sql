-- Kinds of what was found in the text of a file, with spaces between; absent when nothing was.
ALTER TABLE uploads ADD COLUMN findings TEXT NULL;
