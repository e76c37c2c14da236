import { describe, expect, it } from 'vitest';
import type { Fields, Item } from '../api/items.ts';
import { anchorOf, boxOf, isRough, marksOf, meet } from './marks.ts';

const item = (kind: string, fields: Fields): Item => ({
  item: 'i',
  kind,
  channel: 'c',
  revision: 1,
  releasedAt: '2026-11-21T08:00:00Z',
  fields,
  marking: { sensitivity: 'high', caveats: [], policy: 'p@1' },
});

const at = { lat: 36.123456, lon: 37.234567 };
const cell = { coarse: true, lat: 36.15, lon: 37.25, cellDegrees: 0.1 };

describe('what is drawn of an item', () => {
  it('is the point of who may know the point', () => {
    expect(marksOf(item('incident', { position: at }))).toEqual([{ shape: 'point', at }]);
  });

  it('is a square for who has it coarse, and never a point', () => {
    const marks = marksOf(item('incident', { position: cell, radius: 50 }));

    expect(marks).toEqual([{ shape: 'cell', at: { lat: 36.15, lon: 37.25 }, degrees: 0.1 }]);
    expect(isRough(marks)).toBe(true);
  });

  it('is every square of a coarse route or outline', () => {
    const cells = { coarse: true, cells: [cell, { ...cell, lat: 36.25 }] };

    expect(marksOf(item('movement', { route: cells })).map(({ shape }) => shape)).toEqual(['cell', 'cell']);
    expect(marksOf(item('advisory', { outline: cells })).map(({ shape }) => shape)).toEqual(['cell', 'cell']);
  });

  it('is nothing when it is coarse and does not say how coarse', () => {
    expect(marksOf(item('incident', { position: { coarse: true, ...at } }))).toEqual([]);
    expect(marksOf(item('movement', { route: { coarse: true, cells: [at] } }))).toEqual([]);
  });

  it('is a route, an outline, a circle', () => {
    const corners = [at, { lat: 36.2, lon: 37.3 }, { lat: 36.3, lon: 37.1 }];

    expect(marksOf(item('movement', { route: corners }))).toEqual([{ shape: 'line', stops: corners }]);
    expect(marksOf(item('advisory', { position: at, radius: 500, outline: corners }))).toEqual([
      { shape: 'circle', at, metres: 500 },
      { shape: 'area', corners },
    ]);
  });

  it('is the road as it was drawn instead of straight legs, and every stop and other way beside it', () => {
    const stops = [at, { lat: 36.31, lon: 37.44 }, { lat: 36.5, lon: 37.25 }];
    const road = [at, { lat: 36.3, lon: 37.4 }, { lat: 36.5, lon: 37.25 }];
    const line = { type: 'LineString', coordinates: road.map(({ lat, lon }) => [lon, lat]) };

    const marks = marksOf(item('movement', { route: stops, routeGeometry: line, alternateRoutes: [line] }));
    expect(marks).toEqual([
      ...stops.map((stop) => ({ shape: 'stop', at: stop })),
      { shape: 'line', stops: road },
      { shape: 'line', stops: road, other: true },
    ]);
    expect(anchorOf(marks)).toEqual(at);
    expect(boxOf(marks)?.east).toBe(37.44);
  });

  it('is straight legs where what was drawn goes nowhere', () => {
    const stops = [at, { lat: 36.5, lon: 37.25 }];
    const nowhere = { type: 'LineString', coordinates: [at, at].map(({ lat, lon }) => [lon, lat]) };

    for (const routeGeometry of [{ type: 'LineString' }, nowhere])
      expect(marksOf(item('movement', { route: stops, routeGeometry }))).toEqual([{ shape: 'line', stops }]);
  });

  it('is nothing of a text that looks like a place, or beside the globe', () => {
    expect(marksOf(item('incident', { place: '36.1, 37.2', position: { lat: 136, lon: 37 } }))).toEqual([]);
  });

  it('has its sign at its point, its first stop, or the middle of its area', () => {
    const corners = [
      { lat: 1, lon: 1 },
      { lat: 1, lon: 3 },
      { lat: 3, lon: 3 },
    ];

    expect(anchorOf([{ shape: 'point', at }])).toEqual(at);
    expect(anchorOf([{ shape: 'line', stops: corners }])).toEqual({ lat: 1, lon: 1 });
    expect(anchorOf([{ shape: 'area', corners }])).toEqual({ lat: 2, lon: 2 });
    expect(anchorOf([])).toBeUndefined();
  });

  it('is in view as soon as a corner of it is', () => {
    const extent = boxOf([{ shape: 'cell', at: { lat: 36.15, lon: 37.25 }, degrees: 0.1 }]);

    expect(extent && meet(extent, { west: 37.29, south: 36, east: 38, north: 37 })).toBe(true);
    expect(extent && meet(extent, { west: 37.31, south: 36, east: 38, north: 37 })).toBe(false);
  });
});
