-- What was held without its references to other items, as a hash; null for spans from before.
ALTER TABLE spans ADD COLUMN matter TEXT NULL;
