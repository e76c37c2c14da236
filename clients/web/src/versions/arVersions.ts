export const arVersions = {
  version: 'النسخة {n}',
  first: 'النسخة الأولى.',
  before: 'قبل ذلك:',
  since: 'منذ ذلك الحين:',
  unsaid: 'لم يُذكر',
  only: 'لم يتغيّر.',
} as const;
