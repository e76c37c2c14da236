// The ground of the exercise: Meridian, an island that does not exist, where the exercise of `--demo` takes place. Positions are longitude, latitude.
const area = (kind, name, ...ring) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
});

const line = (kind, name, ...coordinates) => ({
  type: 'Feature',
  properties: { kind, name },
  geometry: { type: 'LineString', coordinates },
});

const place = (name, ...coordinates) => ({
  type: 'Feature',
  properties: { kind: 'place', name },
  geometry: { type: 'Point', coordinates },
});

// Where Highland and Lowland meet, from the west coast to the east coast.
const divide = [
  [1.93, 1.62],
  [2.12, 1.58],
  [2.31, 1.63],
  [2.5, 1.57],
  [2.68, 1.61],
];

const highland = [
  [2.74, 1.78],
  [2.71, 1.97],
  [2.58, 2.13],
  [2.41, 2.19],
  [2.24, 2.13],
  [2.09, 2.02],
  [1.98, 1.86],
  [1.95, 1.72],
];

const lowland = [
  [1.97, 1.49],
  [2.02, 1.36],
  [2.14, 1.27],
  [2.29, 1.22],
  [2.47, 1.26],
  [2.61, 1.35],
  [2.66, 1.48],
];

const reversed = [...divide].reverse();

export const exercise = [
  area('land', undefined, ...highland, ...lowland),
  area('admin1', 'Highland', ...divide, ...highland),
  area('admin1', 'Lowland', ...reversed, ...lowland),
  line('river', undefined, [2.36, 2.1], [2.43, 1.94], [2.45, 1.88], [2.55, 1.74], [2.73, 1.7]),
  line('road', 'Route 7', [2.18, 1.41], [2.24, 1.58], [2.31, 1.78], [2.38, 1.83], [2.42, 1.88], [2.47, 1.93]),
  place('Tamarind', 2.31, 1.78),
  place('Kestrel Bridge', 2.45, 1.905),
  place('Saltmarsh', 2.18, 1.41),
];
