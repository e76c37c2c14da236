// Writes public/map/ground.json, the ground that ships: coastlines of the world without any border (Natural Earth 1:110m, public domain, by way of
// world-atlas), simplified, and the island of the exercise. Run it again with `npm run ground`; what it wrote is kept, so that a build needs none of this.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import { exercise } from './exerciseGround.mjs';

/** Degrees that a corner may lie beside the line without which the coast is drawn. */
const tolerance = 0.2;
/** Square degrees. Smaller islands are left out: they would be no more than a dot. */
const smallest = 0.3;

const atlas = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
const topology = JSON.parse(readFileSync(atlas, 'utf8'));
const land = feature(topology, topology.objects.land).features.flatMap(({ geometry }) => geometry.coordinates);

const coasts = land
  .flatMap(bothSides)
  .map((polygon) => polygon.map((ring) => simplified(ring).map(rounded)).filter((ring) => ring.length >= 4))
  .filter(([outer]) => outer !== undefined && areaOf(outer) >= smallest);

const ground = {
  type: 'FeatureCollection',
  name: 'Coastlines and the exercise',
  attribution: 'Coastlines: Natural Earth. EXERCISE: Meridian is not a place.',
  bbox: [-180, -85, 180, 85],
  features: [
    { type: 'Feature', properties: { kind: 'land' }, geometry: { type: 'MultiPolygon', coordinates: coasts } },
    ...exercise,
  ],
};

writeFileSync(new URL('../public/map/ground.json', import.meta.url), `${JSON.stringify(ground)}\n`);

/** Douglas and Peucker, on a ring that is opened at its two farthest corners. */
function simplified(ring) {
  const middle = Math.floor(ring.length / 2);
  return [...between(ring.slice(0, middle + 1)).slice(0, -1), ...between(ring.slice(middle))];
}

function between(line) {
  const [first, last] = [line[0], line[line.length - 1]];
  const distances = line.map((corner) => distance(corner, first, last));
  const farthest = Math.max(...distances);
  if (line.length < 3 || farthest <= tolerance) return [first, last];
  const at = distances.indexOf(farthest);
  return [...between(line.slice(0, at + 1)).slice(0, -1), ...between(line.slice(at))];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** Land on both sides of 180 degrees is two lands on the map, each with its cut on its own side. */
function bothSides(polygon) {
  const [outer] = polygon;
  const beyond = ([lon]) => lon < -150;
  const both = outer.some(beyond) && outer.some(([lon]) => lon > 150);
  const round = outer.some(([, lat]) => lat < -70); // the land around the pole has no side
  if (!both || round) return [polygon];
  const near = outer.map((corner) => (beyond(corner) ? [180, corner[1]] : corner));
  const far = outer
    .filter((corner, at) => [outer[at - 1], corner, outer[at + 1]].some((one) => one !== undefined && beyond(one)))
    .map((corner) => (beyond(corner) ? corner : [-180, corner[1]]));
  return [[near], [[...far, far[0]]]];
}

function areaOf(ring) {
  const doubled = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

function rounded([lon, lat]) {
  return [Math.round(lon * 100) / 100, Math.round(Math.max(-85, lat) * 100) / 100];
}
