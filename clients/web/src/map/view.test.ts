import { describe, expect, it } from 'vitest';
import { bboxOf } from './bbox.ts';
import { clustersOf } from './clusters.ts';
import { decimalsFor, gridLines, gridStep, metresOfPixel } from './grid.ts';
import { boxOfPcode } from './pcodes.ts';

describe('what is seen of a map', () => {
  it('is asked for larger than it is by half a coarse square, and on the globe', () => {
    expect(bboxOf({ west: 37.123, south: 36.129, east: 37.431, north: 36.5 })).toBe('37.07,36.07,37.49,36.55');
    expect(bboxOf({ west: -180, south: -90, east: 180, north: 90 })).toBe('-180,-90,180,90');
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

  it.each(['', 'XA01', 'XA01011'])('that nothing has leads nowhere: %s', (code) => {
    expect(boxOfPcode(ground, code)).toBeUndefined();
  });
});
