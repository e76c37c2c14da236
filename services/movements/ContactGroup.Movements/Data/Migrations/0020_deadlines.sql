-- What was notified before there were deadlines is looked at once, which sets those that it has.
INSERT INTO deadlines (item, kind, due, try_at) SELECT item, 'look', 0, 0 FROM notifications;
