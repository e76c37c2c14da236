import { en, type Catalogue, type MessageKey } from './en.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ë',
  i: 'ï',
  o: 'ø',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  S: 'Š',
  n: 'ñ',
};

/** English, accented and a third longer, shown right to left: finds words outside the catalogue and boxes that are too small. */
export const pseudo: Catalogue = Object.fromEntries(
  (Object.keys(en) as MessageKey[]).map((key) => [key, lengthen(en[key])]),
) as Catalogue;

function lengthen(message: string): string {
  let depth = 0;
  const accented = [...message].map((character) => {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    return depth === 0 ? (accents[character] ?? character) : character;
  });
  return `⟦${accented.join('')}${'·'.repeat(Math.ceil(message.length / 3))}⟧`;
}
