import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadMgrs, mgrsOf, positionOf } from './mgrs.ts';

beforeAll(async () => {
  await loadMgrs();
});

describe('grid references', () => {
  // Worked out with Krüger's series for the transverse Mercator projection, of which the library uses another one.
  it.each([
    [38.897676, -77.036529, '18S UJ 23391 07393'],
    [21.309444, -157.916861, '4Q FJ 12340 56781'],
    [48.85837, 2.294481, '31U DQ 48250 11951'],
    [36.123456, 37.234567, '37S CV 41126 99084'],
    [-33.857, 151.215, '56H LH 34873 52266'],
    [-1.2921, 36.8219, '37M BU 57634 57079'],
  ])('are those of the projection: %s, %s', (lat, lon, expected) => {
    expect(mgrsOf({ lat, lon })).toBe(expected);
  });

  it.each([
    [36.123456, 37.234567],
    [-1.2921, 36.8219],
    [61.5, 5.5],
    [0.00001, 0.00001],
    [-54.8, -68.3],
  ])('lead back to within a metre and keep their own name: %s, %s', (lat, lon) => {
    const reference = mgrsOf({ lat, lon }) ?? '';
    const back = positionOf(reference.replaceAll(' ', ''));

    expect(Math.abs((back?.lat ?? 99) - lat)).toBeLessThan(0.00001);
    expect(Math.abs((back?.lon ?? 999) - lon) * Math.cos((lat * Math.PI) / 180)).toBeLessThan(0.00001);
    expect(back === undefined ? undefined : mgrsOf(back)).toBe(reference);
  });

  // The same file holds the programs on the command line to it: both ends of a radio have to read the same digits.
  it('are those that every client has', () => {
    const shared = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../tests/shared/positions/grid-references.json'), 'utf8'),
    ) as {
      references: { lat: number; lon: number; reference: string; middle: [number, number] }[];
    };

    for (const { lat, lon, reference, middle } of shared.references) {
      expect(mgrsOf({ lat, lon })).toBe(reference);
      expect(positionOf(reference.replaceAll(' ', ''))).toEqual({ lat: middle[0], lon: middle[1] });
    }
  });

  it('are not taken with a band that does not belong to the rest', () => {
    const reference = (mgrsOf({ lat: 36.123456, lon: 37.234567 }) ?? '').replaceAll(' ', '');

    expect(positionOf(reference)).toBeDefined();
    expect(positionOf(reference.replace('S', 'N'))).toBeUndefined();
  });

  it('are not there near the poles', () => {
    expect(mgrsOf({ lat: 85, lon: 10 })).toBeUndefined();
  });
});
