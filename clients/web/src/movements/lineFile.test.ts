import { describe, expect, it } from 'vitest';
import { lineIn, lineOf, mostPositions, severalLinesOf } from './lineFile.ts';

const line = {
  type: 'LineString',
  coordinates: [
    [37.2, 36.1],
    [37.25, 36.5],
  ],
};
const feature = { type: 'Feature', properties: { name: 'Secret' }, geometry: line };

describe('the line of a file', () => {
  it('is found alone, in a feature, in a collection and among other things, without heights and names', () => {
    const high = { ...line, coordinates: [[37.20000049, 36.1, 412.5], line.coordinates[1]] };
    const point = { type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } };

    for (const file of [
      line,
      high,
      feature,
      { type: 'FeatureCollection', features: [point, feature] },
      { type: 'GeometryCollection', geometries: [{ type: 'MultiLineString', coordinates: [line.coordinates] }] },
    ]) {
      expect(lineIn(JSON.stringify(file))).toEqual({ kind: 'line', line });
    }
  });

  it('is not guessed among several, and is none that is cut, beside the globe or no GeoJSON', () => {
    expect(lineIn(JSON.stringify({ type: 'FeatureCollection', features: [feature, feature] }))).toEqual({
      kind: 'several',
      count: 2,
    });
    for (const coordinates of [
      [[37, 36]],
      [
        [37, 36],
        [37.0000001, 36],
      ],
      [[37, 36], [37]],
      [
        [37, 36],
        [37, 96],
      ],
      [[37, 36], null],
      'no',
    ]) {
      expect(lineIn(JSON.stringify({ type: 'LineString', coordinates }))).toEqual({ kind: 'none' });
    }
    expect(lineIn('lat,lon\n36,37')).toEqual({ kind: 'none' });
    expect(lineIn('null')).toEqual({ kind: 'none' });
  });

  it('is too long with more positions than are taken, and says how many it has', () => {
    const coordinates = Array.from({ length: mostPositions + 1 }, (_, index) => [37 + index / 1000, 36]);

    expect(lineIn(JSON.stringify({ type: 'LineString', coordinates }))).toEqual({ kind: 'long', count: 501 });
  });

  it('is read from a view, and a coarse one is none', () => {
    expect(lineOf(line)).toEqual(line);
    expect(lineOf({ coarse: true, cells: [] })).toBeUndefined();
    expect(severalLinesOf([line, { coarse: true }])).toEqual([line]);
  });
});
