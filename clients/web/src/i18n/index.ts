import { signal } from '@preact/signals';
import { en, type Catalogue, type MessageKey } from './en.ts';
import { format, type MessageValues } from './format.ts';
import { isLocale, locales, type Locale } from './locales.ts';

export type { MessageKey } from './en.ts';
export { locales, offeredLocales, type Locale } from './locales.ts';

interface Words {
  readonly catalogue: Catalogue;
  /** Sentences of the shipped policy, by what they say in English. */
  readonly policy: Readonly<Record<string, string>>;
}

const english: Words = { catalogue: en, policy: {} };
const current = signal<Words & { locale: Locale }>({ locale: 'en', ...english });

/** A message of the catalogue in the person's language. Reading it in a component subscribes the component to the language. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  const { locale, catalogue } = current.value;
  return format(catalogue[key], values, locales[locale].tag);
}

/** The message with this name, or the fallback when the catalogue has none: for codes that a later server may add. */
export function maybe(key: string, fallback: string, values: MessageValues = {}): string {
  return key in current.value.catalogue ? t(key as MessageKey, values) : fallback;
}

/** A sentence of the policy in the person's language; one that the shipped policy does not have stays as it is. */
export function ofPolicy(sentence: string): string {
  return current.value.policy[sentence] ?? sentence;
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
  current.value = { locale: next, ...(await load(next)) };
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

async function load(locale: Locale): Promise<Words> {
  switch (locale) {
    case 'en':
      return english;
    case 'ar': {
      const [{ ar }, { arPolicy }] = await Promise.all([import('./ar.ts'), import('./arPolicy.ts')]);
      return { catalogue: ar, policy: arPolicy };
    }
    case 'ar-XB':
      return { catalogue: (await import('./pseudo.ts')).pseudo, policy: {} };
  }
}
