import type { Box } from './marks.ts';

/**
 * Degrees beyond the edge within which an item may lie and reach into what is seen: the server finds a coarse place by the middle of its cell, which is half a
 * cell of 0.1 degrees away at most, and a site by its position, around which its grounds lie.
 */
const margin = 0.1;

/** What is asked for to know everything in a box: somewhat more, in hundredths of a degree. */
export function askedFor({ west, south, east, north }: Box): Box {
  return {
    west: Math.max(-180, Math.floor((west - margin) * 100) / 100),
    south: Math.max(-90, Math.floor((south - margin) * 100) / 100),
    east: Math.min(180, Math.ceil((east + margin) * 100) / 100),
    north: Math.min(90, Math.ceil((north + margin) * 100) / 100),
  };
}

/** A box as the server takes it. */
export function bboxOf({ west, south, east, north }: Box): string {
  return [west, south, east, north].join(',');
}

/** Whether one box lies within another. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    outer.west <= inner.west && inner.east <= outer.east && outer.south <= inner.south && inner.north <= outer.north
  );
}
