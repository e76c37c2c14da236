-- What a coordinator looks at has no references to other items any more: every item is looked at once more, so that no review of before is left behind.
INSERT INTO reevaluations (channel, after_ord) SELECT channel, 0 FROM channels WHERE true ON CONFLICT (channel) DO UPDATE SET after_ord = 0;
