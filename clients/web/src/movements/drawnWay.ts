import { property } from '../components/fieldReaders.ts';
import { checkDigits } from './radioWords.ts';

/**
 * A drawn way as it is read out: `214 07 83`, the number of its positions, then check digits over all latitudes and over all longitudes. Nobody reads out
 * hundreds of positions. Undefined when it is no line, or a coarse one. Twin: DrawnWay of the command line.
 */
export function drawnWay(value: unknown): string | undefined {
  const given = property(value, 'type') === 'LineString' ? listOf(property(value, 'coordinates')) : [];
  const positions = given.flatMap((position) => {
    const [lon, lat] = listOf(position);
    return isDegrees(lon) && isDegrees(lat) ? [{ lon, lat }] : [];
  });
  if (positions.length < 2 || positions.length < given.length) return undefined;
  const north = positions.map(({ lat }) => whole(lat, 'NS', 8)).join('');
  const east = positions.map(({ lon }) => whole(lon, 'EW', 9)).join('');
  return `${String(positions.length)} ${checkDigits(north)} ${checkDigits(east)}`;
}

// INVARIANT: millionths of a degree in whole numbers, rounded by size alone, for every client to have the same. The service keeps six decimals.
function whole(degrees: number, letters: string, width: number): string {
  const millionths = Math.floor(Math.abs(degrees) * 1_000_000 + 0.5);
  return letters.charAt(degrees < 0 && millionths > 0 ? 1 : 0) + String(millionths).padStart(width, '0');
}

function isDegrees(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 180;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
