-- How many sites somebody took out alone is counted.
ALTER TABLE exports ADD COLUMN kind TEXT NOT NULL DEFAULT '';
