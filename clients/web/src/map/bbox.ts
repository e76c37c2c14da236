import type { Box } from './marks.ts';

/** A box as the server takes it, a little larger than what is seen, to two decimals: looking a little aside asks nothing new. */
export function bboxOf({ west, south, east, north }: Box): string {
  const [down, up] = [Math.floor, Math.ceil];
  const edges = [
    Math.max(-180, down(west * 100) / 100),
    Math.max(-90, down(south * 100) / 100),
    Math.min(180, up(east * 100) / 100),
    Math.min(90, up(north * 100) / 100),
  ];
  return edges.join(',');
}
