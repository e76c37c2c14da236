export const enVersions = {
  version: 'Version {n}',
  ownSide: 'After version {n}, on your own side alone',
  first: 'The first version.',
  before: 'Before:',
  since: 'Since then:',
  unsaid: 'not said',
  only: 'No field of it was changed.',
} as const;
