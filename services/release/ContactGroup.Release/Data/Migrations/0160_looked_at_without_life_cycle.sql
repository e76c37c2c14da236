-- What a coordinator looks at does not hold where an item stands in its life any more; what was returned is looked at again when that changes. Every item is looked at once
-- more, so that no review of before is left behind and whoever notified hears whom it reached.
ALTER TABLE reviews ADD COLUMN stood TEXT NULL;
INSERT INTO reevaluations (channel, after_ord) SELECT channel, 0 FROM channels WHERE true ON CONFLICT (channel) DO UPDATE SET after_ord = 0;
