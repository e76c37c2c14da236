import type { Box } from './marks.ts';

/** Half of the square that a coarse place is shown as: the server finds it by its middle, and its edge may be in view alone. */
const margin = 0.05;

/** A box as the server takes it, a little larger than what is seen, to two decimals: looking a little aside asks nothing new. */
export function bboxOf({ west, south, east, north }: Box): string {
  const [down, up] = [Math.floor, Math.ceil];
  const edges = [
    Math.max(-180, down((west - margin) * 100) / 100),
    Math.max(-90, down((south - margin) * 100) / 100),
    Math.min(180, up((east + margin) * 100) / 100),
    Math.min(90, up((north + margin) * 100) / 100),
  ];
  return edges.join(',');
}
