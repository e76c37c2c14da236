import { signal } from '@preact/signals';
import { en, type Catalogue, type MessageKey } from './en.ts';
import { format, type MessageValues } from './format.ts';
import { isLocale, locales, type Locale } from './locales.ts';

export type { MessageKey } from './en.ts';
export { locales, offeredLocales, type Locale } from './locales.ts';

const current = signal<{ locale: Locale; catalogue: Catalogue }>({ locale: 'en', catalogue: en });

/** A message of the catalogue in the person's language. Reading it in a component subscribes the component to the language. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  const { locale, catalogue } = current.value;
  return format(catalogue[key], values, locales[locale].tag);
}

/** The message with this name, or the fallback when the catalogue has none: for codes that a later server may add. */
export function maybe(key: string, fallback: string, values: MessageValues = {}): string {
  return key in current.value.catalogue ? t(key as MessageKey, values) : fallback;
}

export function locale(): Locale {
  return current.value.locale;
}

/** Tag for Intl formats of dates and numbers. */
export function formatTag(): string {
  return locales[current.value.locale].tag;
}

/** Switches the language of the page. A catalogue other than English is loaded when it is first chosen. */
export async function chooseLocale(next: Locale): Promise<void> {
  const catalogue = await load(next);
  current.value = { locale: next, catalogue };
  document.documentElement.lang = next === 'ar-XB' ? 'ar' : next;
  document.documentElement.dir = locales[next].direction;
  document.cookie = `cg_locale=${next}; path=/; max-age=31536000; samesite=strict`;
}

/** The language of the last visit, else the first of the browser's that we have, else English. */
export function preferredLocale(): Locale {
  const kept = /(?:^|;\s*)cg_locale=([\w-]+)/.exec(document.cookie)?.[1];
  if (kept !== undefined && isLocale(kept)) return kept;
  const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? '');
  return wanted.find(isLocale) ?? 'en';
}

async function load(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'en':
      return en;
    case 'ar':
      return (await import('./ar.ts')).ar;
    case 'ar-XB':
      return (await import('./pseudo.ts')).pseudo;
  }
}
