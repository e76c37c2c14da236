import { signal } from '@preact/signals';
import type { forward, inverse, toPoint } from 'mgrs';
import type { Position } from './readPosition.ts';

interface Library {
  readonly forward: typeof forward;
  readonly inverse: typeof inverse;
  readonly toPoint: typeof toPoint;
}

const library = signal<Library | undefined>(undefined);
let loading: Promise<boolean> | undefined;

/** Loads what works out grid references, when it is first needed. False when it did not come; asked again, it is tried again. */
export function loadMgrs(): Promise<boolean> {
  loading ??= import('mgrs').then(
    (found) => {
      library.value = found;
      return true;
    },
    () => {
      loading = undefined;
      return false;
    },
  );
  return loading;
}

/** Whether grid references can be worked out now. */
export function hasMgrs(): boolean {
  return library.value !== undefined;
}

/** MGRS reference of a position to the metre, in groups: `37S BA 12345 67890`. Undefined near the poles and while the library is not there. */
export function mgrsOf({ lat, lon }: Position): string | undefined {
  if (library.value === undefined || lat < -80 || lat > 84) return undefined;
  const [, zone = '', square = '', digits = ''] = partsOf(library.value.forward([lon, lat]));
  return `${zone} ${square} ${digits.slice(0, 5)} ${digits.slice(5)}`;
}

/** The middle of the square that a reference names; undefined when there is no such square. */
export function positionOf(reference: string): Position | undefined {
  if (library.value === undefined) return undefined;
  try {
    const [lon, lat] = library.value.toPoint(reference);
    const [west, south, east, north] = library.value.inverse(reference);
    // The letter of the band follows from the rest: another one is a slip of the pen, and of eight degrees.
    const bands = [library.value.forward([west, south]), library.value.forward([east, north])].map(bandOf);
    return bands.includes(bandOf(reference)) ? { lat: rounded(lat), lon: rounded(lon) } : undefined;
  } catch {
    return undefined;
  }
}

function partsOf(reference: string): readonly string[] {
  return /^(\d{1,2}[A-Z])([A-Z]{2})(\d*)$/.exec(reference) ?? [];
}

function bandOf(reference: string): string {
  return (partsOf(reference)[1] ?? '').slice(-1);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
