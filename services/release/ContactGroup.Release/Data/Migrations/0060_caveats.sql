-- The caveats that a view was built by, as a number. A view from before this column says so itself.
ALTER TABLE views ADD COLUMN caveats INTEGER NOT NULL DEFAULT 0;

-- [sqlite]
UPDATE views SET caveats = COALESCE((
    SELECT SUM(CASE value WHEN 'unattributed' THEN 1 WHEN 'exercise' THEN 2 WHEN 'origin-hidden' THEN 4 WHEN 'no-export' THEN 8 WHEN 'expires' THEN 16 ELSE 0 END)
    FROM json_each(CAST(views.body AS TEXT), '$.marking.caveats')), 0);
