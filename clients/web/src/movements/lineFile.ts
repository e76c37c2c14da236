import { property } from '../components/fieldReaders.ts';

/** A line as GeoJSON has it: positions along it, longitude first, decimal degrees. Twin: RouteLines of the movements service. */
export interface Line {
  readonly type: 'LineString';
  readonly coordinates: readonly (readonly [lon: number, lat: number])[];
}

/** Most positions of a line. Twin: RouteLines of the movements service. */
export const mostPositions = 500;

/** Most positions of every line of a movement together. Twin: RouteLines of the movements service. */
export const mostTogether = 1_000;

/** What was found in a text: one line, or why there is none to send. */
export type LineFound =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'long'; readonly count: number };

/** The one line of a GeoJSON text. Heights, names and whatever else is in the file stay on this device. */
export function lineIn(text: string): LineFound {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'none' };
  }
  const [line, ...others] = linesOf(parsed);
  if (line === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'several', count: others.length + 1 };
  return line.coordinates.length > mostPositions
    ? { kind: 'long', count: line.coordinates.length }
    : { kind: 'line', line };
}

/** A line as a view or a file has it; undefined when it is none. */
export function lineOf(value: unknown): Line | undefined {
  if (property(value, 'type') !== 'LineString') return undefined;
  const positions = listOf(property(value, 'coordinates')).map(positionOf);
  const coordinates = positions.filter((position) => position !== undefined);
  return coordinates.length < positions.length || !goesSomewhere(coordinates)
    ? undefined
    : { type: 'LineString', coordinates };
}

function goesSomewhere([first, ...others]: Line['coordinates']): boolean {
  return first !== undefined && others.some(([lon, lat]) => lon !== first[0] || lat !== first[1]);
}

/** Those lines of a list that are any. */
export function severalLinesOf(value: unknown): readonly Line[] {
  return listOf(value).flatMap((line) => lineOf(line) ?? []);
}

// Nobody nests a map deeper; a text that does was made to keep this device busy.
function linesOf(value: unknown, depth = 0): readonly Line[] {
  if (depth > 4) return [];
  const below = (name: string) => listOf(property(value, name)).flatMap((part) => linesOf(part, depth + 1));
  const type = property(value, 'type');
  if (type === 'LineString') return severalLinesOf([value]);
  if (type === 'MultiLineString')
    return severalLinesOf(
      listOf(property(value, 'coordinates')).map((coordinates) => ({ type: 'LineString', coordinates })),
    );
  if (type === 'Feature') return linesOf(property(value, 'geometry'), depth + 1);
  if (type === 'FeatureCollection') return below('features');
  return type === 'GeometryCollection' ? below('geometries') : [];
}

function positionOf(value: unknown): readonly [number, number] | undefined {
  const [lon, lat] = listOf(value);
  return typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90
    ? [rounded(lon), rounded(lat)]
    : undefined;
}

/** As exact as the server keeps it: more would carry the fingerprint of a device. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
