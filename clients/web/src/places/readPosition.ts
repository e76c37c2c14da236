import { latinDigits } from '../i18n/numbers.ts';

/** A WGS84 position in decimal degrees. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export type PositionFault = 'unreadable' | 'range' | 'mgrs' | 'notLoaded';

/** What somebody typed as a position. A grid reference is worked out by a library that is loaded when it is first needed. */
export type PositionReading =
  | { readonly kind: 'nothing' }
  /** `grain`: how far apart two positions written this way are, in metres. */
  | { readonly kind: 'position'; readonly position: Position; readonly grain: number }
  | { readonly kind: 'mgrs'; readonly reference: string; readonly grain: number }
  | { readonly kind: 'fault'; readonly fault: PositionFault };

const metresOfDegree = 111_000;
const fault = (what: PositionFault): PositionReading => ({ kind: 'fault', fault: what });

/**
 * Reads decimal degrees, degrees with minutes and seconds, or an MGRS reference, as people write, speak and paste them. Latitude comes first unless letters
 * say otherwise. What can be read in two ways is not read.
 */
export function readPosition(typed: string): PositionReading {
  const text = plain(typed);
  if (text === '') return { kind: 'nothing' };
  return gridReference(text) ?? degrees(withPoints(text));
}

function plain(typed: string): string {
  return latinDigits(typed)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '') // direction marks come along when a position is copied from a page
    .replace(/\u066b/g, '.')
    .replace(/[\u060c\u061b]/g, ',')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\u2032|\u2019|\u2018|\u00b4/g, "'")
    .replace(/\u2033|\u201c|\u201d|''/g, '"')
    .replace(/[\u00ba\u02da]/g, '°')
    .trim()
    .toUpperCase();
}

/** `36,12345 37,12345`: the comma is a decimal sign where nothing else can be meant. */
function withPoints(text: string): string {
  const [, lat, lon] = /^([-+]?\d{1,3},\d+)\s*[;\s]\s*([-+]?\d{1,3},\d+)$/.exec(text) ?? [];
  return lat === undefined || lon === undefined ? text : `${lat.replace(',', '.')} ${lon.replace(',', '.')}`;
}

function gridReference(text: string): PositionReading | undefined {
  const [, zone, square, rest] =
    /^(\d{1,2}\s*[C-HJ-NP-X])\s*([A-HJ-NP-Z]\s*[A-HJ-NP-V])([\d\s]*)$/.exec(text.replace(/^MGRS[:\s]*/, '')) ?? [];
  if (zone === undefined || square === undefined || rest === undefined) return undefined;
  const groups = rest.split(/\s+/).filter((group) => group !== '');
  const digits = groups.join('');
  const uneven = groups.length > 2 || (groups.length === 2 && groups[0]?.length !== groups[1]?.length);
  const number = Number.parseInt(zone, 10);
  if (uneven || digits.length % 2 === 1 || digits.length < 4 || digits.length > 10) return fault('mgrs');
  if (number < 1 || number > 60) return fault('mgrs');
  const reference = `${zone}${square}`.replace(/\s/g, '').replace(/^0/, '') + digits;
  return { kind: 'mgrs', reference, grain: 10 ** (5 - digits.length / 2) };
}

function degrees(text: string): PositionReading {
  const halves = split(text)?.map(angle);
  const [first, second] = halves ?? [];
  if (first === undefined || second === undefined) return fault('unreadable');
  const [lat, lon] = 'EW'.includes(first.letter) && first.letter !== '' ? [second, first] : [first, second];
  if (lat.letter === '' ? lon.letter !== '' : !'NS'.includes(lat.letter) || !/^[EW]$/.test(lon.letter))
    return fault('unreadable');
  if (Math.abs(lat.value) > 90 || Math.abs(lon.value) > 180) return fault('range');
  return {
    kind: 'position',
    position: { lat: lat.value, lon: lon.value },
    grain: Math.max(lat.grain, lon.grain),
  };
}

/** Where one coordinate ends and the other begins. */
function split(text: string): readonly [string, string] | undefined {
  const letters = [...text.matchAll(/[NSEW]/g)].map((match) => match.index);
  const [one, two] = letters;
  if (letters.length === 2 && one !== undefined && two !== undefined) {
    const at = one === 0 ? two : one + 1;
    return [text.slice(0, at), text.slice(at).replace(/^[\s,;/]+/, '')];
  }
  if (letters.length > 0) return undefined;
  const parts = text.split(/[,;/]/);
  if (parts.length === 2) return [parts[0] ?? '', parts[1] ?? ''];
  const numbers = parts.length === 1 ? (text.match(/[-+]?\d+(?:\.\d+)?[°'"]?/g) ?? []) : [];
  if (numbers.length % 2 === 1 || numbers.length < 2 || numbers.length > 6) return undefined;
  if (numbers.join('') !== text.replace(/\s/g, '')) return undefined;
  const middle = numbers.length / 2;
  return [numbers.slice(0, middle).join(' '), numbers.slice(middle).join(' ')];
}

interface Angle {
  readonly value: number;
  readonly letter: string;
  readonly grain: number;
}

function angle(half: string): Angle | undefined {
  const letter = /[NSEW]/.exec(half)?.[0] ?? '';
  const bare = half
    .replace(/[NSEW]/, ' ')
    .replace(/,\s*$/, '')
    .trim();
  const match =
    /^([-+]?)(\d{1,3}(?:\.\d+)?)(?:\s*°|\s|$)\s*(?:(\d{1,2}(?:\.\d+)?)(?:\s*'|\s|$)\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?)?)?$/.exec(
      bare,
    );
  if (match === null) return undefined;
  const [, sign, ...written] = match;
  const parts = written.filter((part): part is string => part !== undefined);
  const whole = parts.slice(0, -1);
  const [degree = 0, minute = 0, second = 0] = parts.map(Number);
  if (whole.some((part) => part.includes('.')) || minute >= 60 || second >= 60) return undefined;
  if (letter !== '' && sign !== '') return undefined;
  const size = degree + minute / 60 + second / 3600;
  const negative = sign === '-' || letter === 'S' || letter === 'W';
  // As exact as the server keeps it: more would be noise of the division, or the fingerprint of a device.
  const value = Math.round(size * 1e6) / 1e6;
  const decimals = parts.at(-1)?.split('.')[1]?.length ?? 0;
  return {
    value: negative ? 0 - value : value,
    letter,
    grain: metresOfDegree / 60 ** (parts.length - 1) / 10 ** decimals,
  };
}
