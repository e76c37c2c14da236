import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askedFor, bboxOf } from './bbox.ts';
import { clustersOf } from './clusters.ts';
import { isFault, readGround } from './ground.ts';
import { decimalsFor, gridLines, gridStep, metresOfPixel } from './grid.ts';
import { boxOfPcode } from './pcodes.ts';
import { isKnown, isOpen } from './reach.ts';

describe('what is seen of a map', () => {
  it('is asked for a little larger than it is, and on the globe', () => {
    expect(bboxOf(askedFor({ west: 37.123, south: 36.129, east: 37.431, north: 36.5 }))).toBe('37.02,36.02,37.54,36.6');
    expect(bboxOf(askedFor({ west: -180, south: -90, east: 180, north: 90 }))).toBe('-180,-90,180,90');
  });

  it('puts signs together that a thumb cannot tell apart', () => {
    const clusters = clustersOf([
      { id: 'a', x: 10, y: 10 },
      { id: 'b', x: 30, y: 20 },
      { id: 'c', x: 200, y: 20 },
    ]);

    expect(clusters.map(({ ids }) => ids)).toEqual([['a', 'b'], ['c']]);
  });

  it('has a grid of round degrees', () => {
    expect(gridStep({ west: 36, south: 36, east: 37, north: 36.4 })).toBe(0.2);
    expect(gridStep({ west: -180, south: -60, east: 180, north: 80 })).toBe(30);
    expect(gridLines(36.05, 36.65, 0.2)).toEqual([36.2, 36.4, 36.6]);
    expect(gridLines(-0.25, 0.15, 0.1)).toEqual([-0.2, -0.1, 0, 0.1]);
  });

  it('gives a position as exactly as it can be seen, and no more', () => {
    expect(decimalsFor(metresOfPixel(0, 2))).toBe(1);
    expect(decimalsFor(metresOfPixel(0, 13))).toBe(4);
    expect(decimalsFor(metresOfPixel(36, 18))).toBe(5);
  });
});

describe('what is known of a kind', () => {
  const wide = { west: 36, south: 36, east: 38, north: 38 };
  const near = { west: 36.5, south: 36.5, east: 37, north: 37 };
  const aside = { west: 40, south: 40, east: 41, north: 41 };

  it('is everything, when all of it is here', () => {
    expect(isKnown({}, wide)).toBe(true);
  });

  it('is only what an answer held the whole of: nothing nearer of one that was not whole, and nothing aside of it', () => {
    expect(isKnown({ next: 'older' }, near)).toBe(false);
    expect(isKnown({ next: 'older', seen: { box: wide, more: false } }, near)).toBe(true);
    expect(isKnown({ next: 'older', seen: { box: wide, more: true } }, near)).toBe(false);
    expect(isKnown({ next: 'older', seen: { box: wide, more: false } }, aside)).toBe(false);
  });

  it('is not asked for twice where there is too much', () => {
    const reach = { next: 'older', seen: { box: wide, more: true } };

    expect([isOpen(reach, wide), isOpen(reach, near), isOpen(reach, aside)]).toEqual([false, true, true]);
  });
});

describe('a P-code', () => {
  const ground = {
    attribution: 'Nobody',
    parts: [
      { kind: 'place', pcode: 'XA0101', shape: 'point', at: [36.1, 37.2] },
      { kind: 'place', name: 'Aylan', shape: 'point', at: [1, 1] },
    ],
  } as const;

  it('leads to its area, however it is written', () => {
    const box = boxOfPcode(ground, ' xa 0101');

    expect(box?.west).toBeCloseTo(37.15);
    expect(box?.north).toBeCloseTo(36.15);
  });

  it('reaches as far as the command line says', () => {
    const shared = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../tests/shared/positions/pcodes.json'), 'utf8'),
    ) as { ground: unknown; extents: { typed: string; box?: Record<string, number> }[] };
    const read = readGround(JSON.stringify(shared.ground));
    if (isFault(read)) throw new Error(read.fault);

    for (const { typed, box } of shared.extents) {
      const found = boxOfPcode(read, typed);

      expect(found === undefined, typed).toBe(box === undefined);
      for (const side of ['west', 'south', 'east', 'north'] as const) {
        if (box !== undefined) expect(found?.[side], `${typed} ${side}`).toBeCloseTo(box[side] ?? NaN, 6);
      }
    }
  });

  it.each(['', 'XA01', 'XA01011'])('that nothing has leads nowhere: %s', (code) => {
    expect(boxOfPcode(ground, code)).toBeUndefined();
  });
});
