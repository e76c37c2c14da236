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

/** A message accented and a third longer, what stands in braces as it was. */
export function lengthen(message: string): string {
  let depth = 0;
  const accented = [...message].map((character) => {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    return depth === 0 ? (accents[character] ?? character) : character;
  });
  return `⟦${accented.join('')}${'·'.repeat(Math.ceil(message.length / 3))}⟧`;
}
