import type { Item } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { mgrsOf } from '../places/mgrs.ts';
import { versionOf } from './dispatch.ts';
import { drawnWay } from './drawnWay.ts';
import { checkDigits, spokenLine, type SpokenLine } from './radioWords.ts';
import { stopsOf, type Stop } from './reading.ts';

export interface SpokenStop extends SpokenLine {
  readonly stop: Stop;
}

export interface ReadBack {
  readonly reference: SpokenLine;
  readonly version: SpokenLine;
  readonly from: SpokenLine;
  readonly until: SpokenLine;
  readonly stops: readonly SpokenStop[];
  /** The road as it is drawn; absent for who is not shown it. */
  readonly road: SpokenLine | undefined;
  /** Other ways that may be taken. */
  readonly others: readonly SpokenLine[];
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
  const road = wayLine(fields['routeGeometry']);
  const others = alternatesOf(fields['alternateRoutes']);
  const [first, second, third, fourth] = lines as [SpokenLine, SpokenLine, SpokenLine, SpokenLine];
  return {
    reference: first,
    version: second,
    from: third,
    until: fourth,
    stops: places,
    road,
    others,
    check: checkDigits(
      [...lines, ...places, ...(road === undefined ? [] : [road]), ...others].map((line) => line.written).join(''),
    ),
  };
}

/** A position as it is read out: the grid reference to the metre; near the poles, where there is none, degrees to the fifth decimal. */
export function gridOf({ lat, lon }: Pick<Stop, 'lat' | 'lon'>): string {
  const degrees = (value: number, letters: string) =>
    `${letters.charAt(value < 0 ? 1 : 0)}${Math.abs(value).toFixed(5)}`;
  return mgrsOf({ lat, lon }) ?? `${degrees(lat, 'NS')} ${degrees(lon, 'EW')}`;
}

function alternatesOf(value: unknown): readonly SpokenLine[] {
  const ways: readonly unknown[] = Array.isArray(value) ? value : [];
  return ways.flatMap((way) => wayLine(way) ?? []);
}

function wayLine(value: unknown): SpokenLine | undefined {
  const written = drawnWay(value);
  return written === undefined ? undefined : spokenLine(written);
}

/** `2026-12-01 06:00Z`: to the minute in UTC, in figures alone, for both ends to have the same. */
function minuteIn(value: unknown): string | undefined {
  const at = new Date(textOf(value) ?? '');
  return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 16).replace('T', ' ')}Z`;
}
