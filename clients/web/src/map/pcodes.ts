import type { Ground, GroundPart, Pair } from './ground.ts';
import type { Box } from './marks.ts';

/** Around a place that is a point, in degrees. */
const around = 0.05;

/** The extent of everything that has this P-code; undefined when nothing on the ground has it. Capitals and spaces do not matter. */
export function boxOfPcode(ground: Ground, typed: string): Box | undefined {
  const asked = plain(typed);
  const corners = ground.parts.filter(({ pcode }) => asked !== '' && plain(pcode ?? '') === asked).flatMap(cornersOf);
  if (corners.length === 0) return undefined;
  return corners.reduce<Box>(
    (box, [lat, lon]) => ({
      west: Math.min(box.west, lon - around),
      south: Math.min(box.south, lat - around),
      east: Math.max(box.east, lon + around),
      north: Math.max(box.north, lat + around),
    }),
    { west: 180, south: 90, east: -180, north: -90 },
  );
}

function cornersOf(part: GroundPart): readonly Pair[] {
  switch (part.shape) {
    case 'area':
      return part.rings.flat();
    case 'line':
      return part.line;
    case 'point':
      return [part.at];
  }
}

function plain(code: string): string {
  return code.replace(/\s/g, '').toUpperCase();
}
