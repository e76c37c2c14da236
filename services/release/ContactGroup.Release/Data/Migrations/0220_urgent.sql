-- Whether whoever is shown the view has to look at it before others, see ItemSchema.IsUrgent. Of the views that were there before, every movement that was not taken back: who asks for
-- what is urgent gets too much rather than too little, until they change.
ALTER TABLE views ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
UPDATE views SET urgent = 1 WHERE kind = 'movement' AND status = 'current';
