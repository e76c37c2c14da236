import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groundLimits, isFault, readGround } from './ground.ts';

const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

const town = feature({ kind: 'place', name: 'Aylan' }, 'Point', [37.2, 36.1]);

const file = (change: object) =>
  JSON.stringify({ type: 'FeatureCollection', attribution: 'Nobody', features: [town], ...change });

describe('the ground of the map', () => {
  it('is latitude first on the map and longitude first in the file', () => {
    expect(readGround(file({ bbox: [36, 35, 38, 37] }))).toEqual({
      attribution: 'Nobody',
      bounds: [36, 35, 38, 37],
      parts: [{ kind: 'place', name: 'Aylan', shape: 'point', at: [36.1, 37.2] }],
    });
  });

  it('is the one that ships', () => {
    const ground = readGround(readFileSync(join(import.meta.dirname, '../../public/map/ground.json'), 'utf8'));

    expect(isFault(ground)).toBe(false);
    expect(!isFault(ground) && ground.parts.some(({ name }) => name === 'Kestrel Bridge')).toBe(true);
  });

  it('of several polygons is several areas with the same P-code', () => {
    const ring = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
    const ground = readGround(
      file({ features: [feature({ kind: 'admin1', pcode: 'XA01' }, 'MultiPolygon', [[ring], [ring]])] }),
    );

    expect(isFault(ground) ? [] : ground.parts.map(({ pcode, shape }) => [pcode, shape])).toEqual([
      ['XA01', 'area'],
      ['XA01', 'area'],
    ]);
  });

  it.each([
    ['that is no JSON', '{', { fault: 'json' }],
    ['that is something else', '{}', { fault: 'json' }],
    ['of nobody', file({ attribution: undefined }), { fault: 'attribution' }],
    ['of too many words', file({ attribution: 'x'.repeat(groundLimits.attribution + 1) }), { fault: 'attribution' }],
    ['without features', file({ features: undefined }), { fault: 'features' }],
    [
      'of too many features',
      file({ features: Array.from({ length: groundLimits.features + 1 }, () => town) }),
      { fault: 'features' },
    ],
    ['with a box inside out', file({ bbox: [38, 35, 36, 37] }), { fault: 'bbox' }],
    [
      'of a kind that is not known',
      file({ features: [town, feature({ kind: 'border' }, 'Point', [1, 1])] }),
      { fault: 'kind', feature: 2 },
    ],
    [
      'beside the globe',
      file({ features: [feature({ kind: 'place' }, 'Point', [181, 1])] }),
      { fault: 'geometry', feature: 1 },
    ],
    [
      'of a shape that is not drawn',
      file({ features: [feature({ kind: 'place' }, 'MultiPoint', [[1, 1]])] }),
      { fault: 'geometry', feature: 1 },
    ],
    [
      'with half a line',
      file({ features: [feature({ kind: 'road' }, 'LineString', [[1, 1]])] }),
      { fault: 'geometry', feature: 1 },
    ],
    [
      'with a name that is too long',
      file({ features: [feature({ kind: 'place', name: 'x'.repeat(81) }, 'Point', [1, 1])] }),
      { fault: 'name', feature: 1 },
    ],
    ['that is too large', ' '.repeat(groundLimits.bytes + 1), { fault: 'tooLarge' }],
  ])('is not drawn from a file %s', (_, text, fault) => {
    expect(readGround(text)).toEqual(fault);
  });
});
