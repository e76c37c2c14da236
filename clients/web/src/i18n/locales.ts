/** Languages a person may choose. The pseudo-locale is for tests: long, accented, right to left. */
export const locales = {
  en: { name: 'English', direction: 'ltr', tag: 'en-GB' },
  ar: { name: 'العربية', direction: 'rtl', tag: 'ar-u-nu-latn-ca-gregory' },
  'ar-XB': { name: 'Pseudo', direction: 'rtl', tag: 'en-GB' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl'; tag: string }>;

export type Locale = keyof typeof locales;

/** Those offered on screen. */
export const offeredLocales: readonly Locale[] = ['en', 'ar'];

export function isLocale(text: string): text is Locale {
  return text in locales;
}
