import { property } from '../components/fieldReaders.ts';
import { latinDigits } from '../i18n/numbers.ts';

export interface Corner {
  readonly lat: number;
  readonly lon: number;
}

const fewest = 3;

/** Reads corners as people write them, one a line in decimal degrees with a point: `36.12345, 37.23456`. Undefined when a line cannot be read, or when it is no area. */
export function cornersIn(text: string): readonly Corner[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const corners = lines.map(cornerIn);
  return corners.length >= fewest && corners.every((corner) => corner !== undefined) ? corners : undefined;
}

/** Corners as the form shows them. */
export function cornersOf(value: unknown): string {
  return (Array.isArray(value) ? value : [])
    .map((corner: unknown) => `${String(property(corner, 'lat'))}, ${String(property(corner, 'lon'))}`)
    .join('\n');
}

/** Exactly two numbers and nothing else: with a comma as decimal sign there are four, a letter may say west, and nothing is guessed. */
function cornerIn(line: string): Corner | undefined {
  const plain = latinDigits(line).replaceAll('\u066b', '.').replaceAll('\u060c', ',');
  const numbers = /^[-\d.,;\s]+$/.test(plain) ? (plain.match(/-?\d+(?:\.\d+)?/g) ?? []) : [];
  const [lat, lon] = numbers.map(Number);
  if (numbers.length !== 2 || lat === undefined || lon === undefined) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}
