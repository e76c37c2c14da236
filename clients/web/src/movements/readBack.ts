import type { Item } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { mgrsOf } from '../places/mgrs.ts';
import { versionOf } from './dispatch.ts';
import { stopsOf, type Stop } from './reading.ts';

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

export interface SpokenStop extends SpokenLine {
  readonly stop: Stop;
}

export interface ReadBack {
  readonly reference: SpokenLine;
  readonly version: SpokenLine;
  readonly from: SpokenLine;
  readonly until: SpokenLine;
  readonly stops: readonly SpokenStop[];
  /** Of all lines, one after the other. */
  readonly check: string;
}

/**
 * What is read out of one version of a movement; undefined when its reader does not hold all of it. Two readers of the same version get the same lines and
 * digits, whatever else each of them sees, in every language.
 */
export function readBackOf({ reference, fields }: Pick<Item, 'reference' | 'fields'>): ReadBack | undefined {
  const [version, from, until] = [versionOf(fields), minuteIn(fields['windowStart']), minuteIn(fields['windowEnd'])];
  const stops = stopsOf(fields['route']);
  if (!reference || version === undefined || from === undefined || until === undefined || stops.length === 0)
    return undefined;
  const lines = [reference, String(version), from, until].map(spokenLine);
  const places = stops.map((stop) => ({ stop, ...spokenLine(gridOf(stop)) }));
  const [first, second, third, fourth] = lines as [SpokenLine, SpokenLine, SpokenLine, SpokenLine];
  return {
    reference: first,
    version: second,
    from: third,
    until: fourth,
    stops: places,
    check: checkDigits([...lines, ...places].map((line) => line.written).join('')),
  };
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

/** A position as it is read out: the grid reference to the metre; near the poles, where there is none, degrees to the fifth decimal. */
export function gridOf({ lat, lon }: Pick<Stop, 'lat' | 'lon'>): string {
  const degrees = (value: number, letters: string) =>
    `${letters.charAt(value < 0 ? 1 : 0)}${Math.abs(value).toFixed(5)}`;
  return mgrsOf({ lat, lon }) ?? `${degrees(lat, 'NS')} ${degrees(lon, 'EW')}`;
}

/** `2026-12-01 06:00Z`: to the minute in UTC, in figures alone, for both ends to have the same. */
function minuteIn(value: unknown): string | undefined {
  const at = new Date(textOf(value) ?? '');
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
