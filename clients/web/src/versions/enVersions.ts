export const enVersions = {
  version: 'Version {n}',
  first: 'The first version.',
  before: 'Before:',
  since: 'Since then:',
  unsaid: 'not said',
  only: 'It was not changed.',
} as const;
