-- Audiences that would get more of an item than its author was shown when they sent it; what is in it goes there only after review.
CREATE TABLE unconfirmed (
    item TEXT NOT NULL,
    audience TEXT NOT NULL,
    PRIMARY KEY (item, audience)
) WITHOUT ROWID;
