/** Words of an incident that affects a notification, and of the record of one. In English. */
export const enEvidence = {
  'affected.report': 'Report an incident affecting this',
  'affected.form': 'This report is about:',
  'affected.form.what':
    'The record of this notification is kept when the report arrives. Only your side learns that the report is about it.',
  'affected.remove': 'Not about this',
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
  'record.refused': 'The record could not be fetched. Try again when there is a connection.',
} as const;
