import type { Box } from './marks.ts';

const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;
/** Lines across the longer side of what is seen. */
const lines = 4;

/** The distance between two lines of the grid, in degrees. */
export function gridStep({ west, south, east, north }: Box): number {
  const span = Math.max(east - west, north - south);
  return steps.find((step) => span / step >= lines) ?? steps[steps.length - 1] ?? 1;
}

/** The lines between two edges, in degrees. */
export function gridLines(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toFixed(3)));
}

/** A place taken off a map on which one pixel is wider than this, in metres, would be a guess. */
export const widestPixel = 500;

/** How many decimals of a degree a position has that was found where one pixel is this wide: as many as can be seen, and no more. */
export function decimalsFor(metresOfPixel: number): number {
  return Math.min(6, Math.max(1, Math.round(Math.log10(111_000 / metresOfPixel))));
}

/** The width of a pixel of the map, at a latitude and a zoom level of 256-pixel squares. */
export function metresOfPixel(lat: number, zoom: number): number {
  return (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}
