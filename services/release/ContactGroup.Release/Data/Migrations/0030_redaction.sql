-- What a coordinator changed of a proposed view before releasing it; null when nothing.
ALTER TABLE releases ADD COLUMN redaction TEXT NULL;

-- What was proposed and what was released, with the name of who decided; null before the decision.
ALTER TABLE reviews ADD COLUMN record TEXT NULL;
