/** Words of an incident that affects a notification, and of the record of one. In English. */
export const enEvidence = {
  'affected.report': 'Report an incident affecting this',
  'affected.form': 'This report is about:',
  'affected.form.what':
    'The record of this notification is kept when the report arrives. Only your side learns that the report is about it.',
  'affected.remove': 'Not about this',
  'affected.ask': 'You had begun this report before. Is it about this notification?',
  'affected.ask.yes': 'It is about this',
  'affected.unasked': 'It is not known now whether this incident affects a notification.',
  'affected.movement': 'Affects this notified movement:',
  'affected.site': 'Affects this notified site:',
  'affected.version': 'version {n}, as it was when this was reported',
  'affected.kept': 'Evidence kept at',
  'affected.take': 'Record as it was kept',
  'record.title': 'Record of this notification',
  'record.what':
    'What was said in which version, who was shown what and when, and who acknowledged it. Each entry is hashed with the one before. Note the last hash somewhere else: with it anybody can tell that the file was not changed since. It does not show who made the file.',
  'record.take': 'Record as of now',
  'record.head': 'Last hash of the file that was saved:',
  'record.handle': 'Handle the file like the notification: it has the whole of it, with the route or the position.',
  'record.refused':
    'The server did not give the record: only the organisation that notified has it. The connection is not the reason.',
  'record.unreachable': 'The record could not be fetched. Try again when there is a connection.',
} as const;
