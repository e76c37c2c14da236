import type { Item } from '../api/items.ts';
import { isCoarse, property } from '../components/fieldReaders.ts';
import { shapeOf } from '../incidents/fields.ts';
import { lineOf, severalLinesOf, type Line } from '../movements/lineFile.ts';
import { stopsOf } from '../movements/reading.ts';
import type { Position } from '../places/readPosition.ts';

/** Something to draw. A cell is a square within which a place lies that this reader may not know better. */
export type Mark =
  | { readonly shape: 'point'; readonly at: Position }
  | { readonly shape: 'cell'; readonly at: Position; readonly degrees: number }
  | { readonly shape: 'stop'; readonly at: Position }
  | { readonly shape: 'line'; readonly stops: readonly Position[]; readonly other?: true }
  | { readonly shape: 'area'; readonly corners: readonly Position[] }
  | { readonly shape: 'circle'; readonly at: Position; readonly metres: number };

/** West, south, east and north in decimal degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

const metresOfDegree = 111_000;

/**
 * Everything of an item that has a place. INVARIANT: only what the view holds, and no finer: a coarse value is a square and never a point, and one that does
 * not say how coarse it is is not drawn. INVARIANT: a stop is drawn whatever else is: it may lie kilometres off the road.
 */
export function marksOf(item: Item): readonly Mark[] {
  const drawn = lineOf(item.fields['routeGeometry']) !== undefined;
  return Object.entries(item.fields).flatMap(([name, value]) => {
    const { shape } = shapeOf(name, item.kind);
    if (shape !== 'point' && shape !== 'route' && shape !== 'line' && shape !== 'lines' && shape !== 'outline')
      return [];
    if (isCoarse(value)) return cellsIn(value);
    switch (shape) {
      case 'point':
        return pointIn(value, item.fields['radius']);
      case 'route':
        // Straight from stop to stop only where nobody drew the road.
        return drawn ? stopMarksIn(value) : lineIn(value);
      case 'line':
        return severalLinesOf([value]).map(drawnOf);
      case 'lines':
        return severalLinesOf(value).map((line) => ({ ...drawnOf(line), other: true as const }));
      case 'outline':
        return areaIn(value);
    }
  });
}

/** Whether any of it is only known as a square. */
export function isRough(marks: readonly Mark[]): boolean {
  return marks.some((mark) => mark.shape === 'cell');
}

/** Where the sign of an item stands. */
export function anchorOf(marks: readonly Mark[]): Position | undefined {
  const [first] = marks;
  switch (first?.shape) {
    case 'point':
    case 'stop':
    case 'cell':
    case 'circle':
      return first.at;
    case 'line':
      return first.stops[0];
    case 'area':
      return middleOf(boxOf([first]));
    case undefined:
      return undefined;
  }
}

export function boxOf(marks: readonly Mark[]): Box | undefined {
  const corners = marks.flatMap(cornersOf);
  if (corners.length === 0) return undefined;
  const [lats, lons] = [corners.map(({ lat }) => lat), corners.map(({ lon }) => lon)];
  return { west: least(lons), south: least(lats), east: most(lons), north: most(lats) };
}

export function meet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

function cornersOf(mark: Mark): readonly Position[] {
  switch (mark.shape) {
    case 'point':
    case 'stop':
      return [mark.at];
    case 'cell':
      return around(mark.at, mark.degrees / 2, mark.degrees / 2);
    case 'circle': {
      const degrees = mark.metres / metresOfDegree;
      return around(mark.at, degrees, degrees / Math.max(0.01, Math.cos((mark.at.lat * Math.PI) / 180)));
    }
    case 'line':
      return mark.stops;
    case 'area':
      return mark.corners;
  }
}

function around({ lat, lon }: Position, north: number, east: number): readonly Position[] {
  return [
    { lat: lat - north, lon: lon - east },
    { lat: lat + north, lon: lon + east },
  ];
}

function middleOf(box: Box | undefined): Position | undefined {
  return box === undefined ? undefined : { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 };
}

function cellsIn(value: Readonly<Record<string, unknown>>): readonly Mark[] {
  const cells = property(value, 'cells');
  return (Array.isArray(cells) ? (cells as readonly unknown[]) : [value]).flatMap((cell) => {
    const [at, degrees] = [positionIn(cell), property(cell, 'cellDegrees')];
    return at !== undefined && typeof degrees === 'number' && degrees > 0 ? [{ shape: 'cell', at, degrees }] : [];
  });
}

function pointIn(value: unknown, radius: unknown): readonly Mark[] {
  const at = positionIn(value);
  if (at === undefined) return [];
  return typeof radius === 'number' && radius > 0
    ? [{ shape: 'circle', at, metres: radius }]
    : [{ shape: 'point', at }];
}

function lineIn(value: unknown): readonly Mark[] {
  const stops = stopsOf(value).filter(onGlobe);
  return stops.length === 0 ? [] : [{ shape: 'line', stops }];
}

function stopMarksIn(value: unknown): readonly Mark[] {
  return stopsOf(value)
    .filter(onGlobe)
    .map(({ lat, lon }) => ({ shape: 'stop', at: { lat, lon } }));
}

function drawnOf({ coordinates }: Line) {
  return { shape: 'line' as const, stops: coordinates.map(([lon, lat]) => ({ lat, lon })) };
}

function areaIn(value: unknown): readonly Mark[] {
  const corners = Array.isArray(value) ? value.flatMap((corner) => positionIn(corner) ?? []) : [];
  return corners.length < 3 ? [] : [{ shape: 'area', corners }];
}

function positionIn(value: unknown): Position | undefined {
  const [lat, lon] = [property(value, 'lat'), property(value, 'lon')];
  return typeof lat === 'number' && typeof lon === 'number' && onGlobe({ lat, lon }) ? { lat, lon } : undefined;
}

function onGlobe({ lat, lon }: Position): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b));
}
