import { format, type MessageValues } from './format.ts';
import { formatTag, locale } from './index.ts';
import { lengthen } from './lengthen.ts';

/** The words of a part that is loaded on demand: they come with it in every language, and not with the first load. */
export function wordsOf<Key extends string>(
  english: Readonly<Record<Key, string>>,
  arabic: Readonly<Record<Key, string>>,
): (key: Key, values?: MessageValues) => string {
  return (key, values = {}) => format(message(key), values, formatTag());

  function message(key: Key): string {
    switch (locale()) {
      case 'en':
        return english[key];
      case 'ar':
        return arabic[key];
      case 'ar-XB':
        return lengthen(english[key]);
    }
  }
}
