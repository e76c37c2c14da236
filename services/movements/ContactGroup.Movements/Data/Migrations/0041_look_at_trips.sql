-- What was notified before trips were kept is looked at once, which keeps them. Where a look is due already, that one does it.
INSERT INTO deadlines (item, kind, due, try_at) SELECT item, 'look', 0, 0 FROM notifications WHERE kind = 'movement' ON CONFLICT (item, kind) DO NOTHING;
