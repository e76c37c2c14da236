-- How many of one organisation wait is counted as far as it matters, whoever else waits.
CREATE INDEX evidence_due_organisation ON evidence_due (organisation);
