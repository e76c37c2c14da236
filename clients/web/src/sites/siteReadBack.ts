import type { Item } from '../api/items.ts';
import { property } from '../components/fieldReaders.ts';
import { versionOf } from '../movements/dispatch.ts';
import { checkDigits, spokenLine, type SpokenLine } from '../movements/radioWords.ts';
import { gridOf } from '../movements/readBack.ts';

export interface SiteReadBack {
  readonly reference: SpokenLine;
  readonly version: SpokenLine;
  readonly position: SpokenLine;
  /** Corners of the footprint, in its order. */
  readonly corners: readonly SpokenLine[];
  /** Of all lines, one after the other. */
  readonly check: string;
}

/** What is read out of one version of a site; undefined when its reader does not hold its position. Twin: ReadBack of the command line. */
export function siteReadBackOf({ reference, fields }: Pick<Item, 'reference' | 'fields'>): SiteReadBack | undefined {
  const [version, position] = [versionOf(fields), placeLine(fields['position'])];
  if (!reference || version === undefined || position === undefined) return undefined;
  const footprint: readonly unknown[] = Array.isArray(fields['footprint']) ? fields['footprint'] : [];
  const corners = footprint.flatMap((corner) => placeLine(corner) ?? []);
  const head = { reference: spokenLine(reference), version: spokenLine(String(version)), position };
  const lines = [head.reference, head.version, position, ...corners];
  return { ...head, corners, check: checkDigits(lines.map((line) => line.written).join('')) };
}

/** Nothing of a coarse position: a reference to the metre is heard as the place. */
function placeLine(value: unknown): SpokenLine | undefined {
  const [lat, lon, coarse] = [property(value, 'lat'), property(value, 'lon'), property(value, 'coarse')];
  return typeof lat === 'number' && typeof lon === 'number' && coarse === undefined
    ? spokenLine(gridOf({ lat, lon }))
    : undefined;
}
