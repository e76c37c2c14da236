import { property, textOf } from '../components/fieldReaders.ts';

/** Latitude and longitude, as the drawing library wants them. */
export type Pair = readonly [lat: number, lon: number];

/** What a part of the ground is. Borders are drawn thin, disputed ones dotted; only places and areas that have a name carry one. */
export const groundKinds = [
  'land',
  'country',
  'admin1',
  'admin2',
  'disputed',
  'water',
  'river',
  'road',
  'place',
] as const;

export type GroundKind = (typeof groundKinds)[number];

export type GroundPart = { readonly kind: GroundKind; readonly name?: string; readonly pcode?: string } & (
  | { readonly shape: 'area'; readonly rings: readonly (readonly Pair[])[] }
  | { readonly shape: 'line'; readonly line: readonly Pair[] }
  | { readonly shape: 'point'; readonly at: Pair }
);

/** What the map is drawn on: a file of this deployment, which its operator may replace. Format: docs/operate/the-ground-of-the-map.md. */
export interface Ground {
  readonly attribution: string;
  /** West, south, east and north of what is first shown, when nothing else is. */
  readonly bounds?: readonly [west: number, south: number, east: number, north: number];
  readonly parts: readonly GroundPart[];
}

/** Why a ground is not drawn: which member of the file, and nothing of its content. */
export type GroundFault =
  | { readonly fault: 'absent' | 'tooLarge' | 'json' | 'attribution' | 'features' | 'bbox' }
  | { readonly fault: 'kind' | 'geometry' | 'name'; readonly feature: number };

/** Twin: ContactGroup.Hosting.WebClient.GroundFile. */
export const groundLimits = {
  bytes: 4_000_000,
  features: 5_000,
  corners: 200_000,
  name: 80,
  attribution: 300,
} as const;

/** Reads the file of a ground; what is not as agreed is not half drawn. */
export function readGround(text: string): Ground | GroundFault {
  if (text.length > groundLimits.bytes) return { fault: 'tooLarge' };
  const file = parsed(text);
  const attribution = textOf(property(file, 'attribution'));
  if (property(file, 'type') !== 'FeatureCollection') return { fault: 'json' };
  if (attribution === undefined || attribution.length > groundLimits.attribution) return { fault: 'attribution' };
  const features = property(file, 'features');
  if (!Array.isArray(features) || features.length > groundLimits.features) return { fault: 'features' };
  const bbox = property(file, 'bbox');
  const bounds = boundsIn(bbox);
  if (bbox !== undefined && bounds === undefined) return { fault: 'bbox' };
  const parts: GroundPart[] = [];
  for (const [index, feature] of features.entries()) {
    const found = partsIn(feature);
    if (typeof found === 'string') return { fault: found, feature: index + 1 };
    parts.push(...found);
  }
  if (cornersOf(parts) > groundLimits.corners) return { fault: 'tooLarge' };
  return { attribution, parts, ...(bounds === undefined ? {} : { bounds }) };
}

export function isFault(ground: Ground | GroundFault): ground is GroundFault {
  return 'fault' in ground;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function boundsIn(value: unknown): Ground['bounds'] {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [west, south, east, north] = value as readonly unknown[];
  const [southWest, northEast] = [pairIn([west, south]), pairIn([east, north])];
  if (southWest === undefined || northEast === undefined) return undefined;
  return southWest[0] < northEast[0] && southWest[1] < northEast[1]
    ? [southWest[1], southWest[0], northEast[1], northEast[0]]
    : undefined;
}

function partsIn(feature: unknown): readonly GroundPart[] | 'kind' | 'geometry' | 'name' {
  const properties = property(feature, 'properties');
  const kind = groundKinds.find((known) => known === property(properties, 'kind'));
  if (kind === undefined) return 'kind';
  const said = { ...named(properties, 'name'), ...named(properties, 'pcode') };
  if (Object.values(said).some((text) => text.length > groundLimits.name)) return 'name';
  const shapes = shapesIn(property(feature, 'geometry'));
  return shapes === undefined ? 'geometry' : shapes.map((shape) => ({ kind, ...said, ...shape }));
}

function named(properties: unknown, name: 'name' | 'pcode'): Partial<Record<'name' | 'pcode', string>> {
  const text = textOf(property(properties, name));
  return text === undefined ? {} : { [name]: text };
}

type Shape =
  | { readonly shape: 'area'; readonly rings: readonly (readonly Pair[])[] }
  | { readonly shape: 'line'; readonly line: readonly Pair[] }
  | { readonly shape: 'point'; readonly at: Pair };

function shapesIn(geometry: unknown): readonly Shape[] | undefined {
  const coordinates = property(geometry, 'coordinates');
  switch (property(geometry, 'type')) {
    case 'Point':
      return whole([pointIn(coordinates)]);
    case 'LineString':
      return whole([lineIn(coordinates)]);
    case 'MultiLineString':
      return Array.isArray(coordinates) ? whole(coordinates.map(lineIn)) : undefined;
    case 'Polygon':
      return whole([areaIn(coordinates)]);
    case 'MultiPolygon':
      return Array.isArray(coordinates) ? whole(coordinates.map(areaIn)) : undefined;
  }
  return undefined;
}

function whole(shapes: readonly (Shape | undefined)[]): readonly Shape[] | undefined {
  return shapes.every((shape) => shape !== undefined) ? shapes : undefined;
}

function pointIn(coordinates: unknown): Shape | undefined {
  const at = pairIn(coordinates);
  return at === undefined ? undefined : { shape: 'point', at };
}

function lineIn(coordinates: unknown): Shape | undefined {
  const line = pairsIn(coordinates, 2);
  return line === undefined ? undefined : { shape: 'line', line };
}

function areaIn(coordinates: unknown): Shape | undefined {
  const rings = Array.isArray(coordinates) ? coordinates.map((ring: unknown) => pairsIn(ring, 3)) : [];
  return rings.length > 0 && rings.every((ring) => ring !== undefined) ? { shape: 'area', rings } : undefined;
}

function pairsIn(coordinates: unknown, fewest: number): readonly Pair[] | undefined {
  if (!Array.isArray(coordinates) || coordinates.length < fewest) return undefined;
  const pairs = coordinates.map(pairIn);
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined;
}

/** The file has longitude first. */
function pairIn(coordinate: unknown): Pair | undefined {
  if (!Array.isArray(coordinate)) return undefined;
  const [lon, lat] = coordinate as readonly unknown[];
  const fits = typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return fits ? [lat, lon] : undefined;
}

function cornersOf(parts: readonly GroundPart[]): number {
  return parts.reduce((sum, part) => {
    switch (part.shape) {
      case 'area':
        return sum + part.rings.reduce((corners, ring) => corners + ring.length, 0);
      case 'line':
        return sum + part.line.length;
      case 'point':
        return sum + 1;
    }
  }, 0);
}
