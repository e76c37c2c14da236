export const arVersions = {
  version: 'النسخة {n}',
  ownSide: 'بعد النسخة {n}، لجانبك فقط',
  first: 'النسخة الأولى.',
  before: 'قبل ذلك:',
  since: 'منذ ذلك الحين:',
  unsaid: 'لم يُذكر',
  only: 'لم يتغيّر أي حقل.',
} as const;
