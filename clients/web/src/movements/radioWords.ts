/** Words for letters and figures on the radio. Source: ICAO Annex 10, volume II, 5.2.1.3 and 5.2.1.4.3. */
const words: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey ' +
    'X-ray Yankee Zulu'
  )
    .split(' ')
    .map((word) => [word.charAt(0), word] as const)
    .concat(
      'Zero One Two Tree Fower Fife Six Seven Eight Niner'.split(' ').map((word, digit) => [String(digit), word]),
    ),
);

/** A line that is read out: in groups as it is written, word by word as it is spoken, and what both ends compare. */
export interface SpokenLine {
  readonly written: string;
  readonly spoken: string;
  readonly check: string;
}

/** A line with what is said of it and what both ends compare. */
export function spokenLine(written: string): SpokenLine {
  return { written, spoken: spell(written), check: checkDigits(written) };
}

/** Letter by letter and figure by figure; groups are kept apart. */
export function spell(text: string): string {
  return text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((group) => group !== '')
    .map((group) => [...group].map((character) => words[character] ?? character).join(' '))
    .join(' – ');
}

/** Two digits over the letters and digits of a text, by ISO 7064 MOD 97-10, in which A is 10 and Z is 35: one wrong or two exchanged characters change them. */
export function checkDigits(text: string): string {
  const characters = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  let rest = 0;
  for (const digit of [...characters].map((character) => String(Number.parseInt(character, 36))).join('') + '00')
    rest = (rest * 10 + Number(digit)) % 97;
  return String(98 - rest).padStart(2, '0');
}
