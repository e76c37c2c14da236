-- Whether something was taken back whose words are still in the segments of the text index. One row or none.
CREATE TABLE scrubbing (one INTEGER PRIMARY KEY CHECK (one = 1));
