import type { Path } from 'leaflet';
import { whenForgotten } from '../state/sessionState.ts';
import type { Ground, GroundPart } from './ground.ts';
import { gridLines, gridStep } from './grid.ts';
import { Canvas, DivIcon, LatLngBounds, LayerGroup, LeafletMap, Marker, Polygon, Polyline } from './leaflet.ts';
import type { Box } from './marks.ts';

/** As near as a position to the metre can be told, and no farther than the world. */
const zooms = { minZoom: 1, maxZoom: 18 };

/** Where this person looked last: the next map begins there. In memory only. */
let lastBox: Box | undefined;
whenForgotten(() => (lastBox = undefined));

/** Maps that show the world because nobody knew better, until somebody moves them. */
const lost = new WeakSet<LeafletMap>();

/**
 * A map in an element, with a grid; the ground is laid under it when it has come. No tiles: nothing is asked of anybody while people look around. Without animations,
 * for old phones. `center` keeps what is in the middle there while somebody goes nearer by wheel, two fingers or a double tap.
 */
export function openMap(element: HTMLElement, first: Box | undefined, zoomsAbout: true | 'center' = true): LeafletMap {
  const map = new LeafletMap(element, {
    ...zooms,
    attributionControl: false, // said beside the map, with the disclaimer
    zoomControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
    scrollWheelZoom: zoomsAbout,
    touchZoom: zoomsAbout,
    doubleClickZoom: zoomsAbout,
    renderer: new Canvas({ padding: 0.2 }),
    maxBounds: new LatLngBounds([-90, -200], [90, 200]),
  });
  const start = first ?? lastBox;
  show(map, start ?? { west: -170, south: -60, east: 170, north: 75 });
  if (start === undefined) lost.add(map);
  const grid = new LayerGroup().addTo(map);
  drawGrid(map, grid);
  map.on('moveend', () => {
    lost.delete(map);
    lastBox = boxSeen(map);
    drawGrid(map, grid);
  });
  return map;
}

/** Lays the ground under everything that is drawn, and goes to where it is while nobody knows of another place. */
export function lay(map: LeafletMap, ground: Ground): void {
  for (const part of [...ground.parts].reverse()) drawn(part)?.addTo(map).bringToBack(); // the first part lies lowest
  const labels = new LayerGroup().addTo(map);
  const name = () => {
    drawNames(map, labels, ground);
  };
  map.on('moveend', name);
  name();
  const ours = ground.bounds;
  if (ours && lost.has(map)) show(map, { west: ours[0], south: ours[1], east: ours[2], north: ours[3] });
}

export function show(map: LeafletMap, { west, south, east, north }: Box): void {
  map.fitBounds(new LatLngBounds([south, west], [north, east]), { maxZoom: 13, padding: [24, 24] });
}

export function boxSeen(map: LeafletMap): Box {
  const seen = map.getBounds();
  return {
    west: Math.max(-180, seen.getWest()),
    south: Math.max(-90, seen.getSouth()),
    east: Math.min(180, seen.getEast()),
    north: Math.min(90, seen.getNorth()),
  };
}

const calm = { interactive: false } as const;
const [land, edge, faint, water] = ['#ffffff', '#737373', '#a8a9ab', '#5ba3c9'];

function drawn(part: GroundPart): Path | undefined {
  if (part.shape === 'area') {
    const rings = part.rings.map((ring) => ring.map(([lat, lon]) => [lat, lon] as [number, number]));
    return new Polygon(rings, { ...calm, ...styleOf(part) });
  }
  if (part.shape === 'line')
    return new Polyline(
      part.line.map(([lat, lon]) => [lat, lon] as [number, number]),
      { ...calm, ...styleOf(part) },
    );
  return undefined;
}

function styleOf({ kind }: GroundPart) {
  switch (kind) {
    case 'land':
      return { color: water, weight: 0.7, fillColor: land, fillOpacity: 1 };
    case 'country':
      return { color: edge, weight: 1.3, fillColor: land, fillOpacity: 1 };
    case 'admin1':
      return { color: faint, weight: 1, dashArray: '6 4', fill: false };
    case 'admin2':
      return { color: faint, weight: 0.7, dashArray: '3 4', fill: false };
    case 'disputed':
      return { color: edge, weight: 1.3, dashArray: '1 5', fill: false };
    case 'water':
      return { color: water, weight: 0.7, fillColor: '#e1e8f6', fillOpacity: 1 };
    case 'river':
      return { color: water, weight: 1.5, fill: false };
    case 'road':
      return { color: '#9a8f7d', weight: 2, fill: false };
    case 'place':
      return { color: edge, weight: 1, fill: false };
  }
}

function drawGrid(map: LeafletMap, grid: LayerGroup): void {
  const box = boxSeen(map);
  const step = gridStep(box);
  grid.clearLayers();
  const line = { ...calm, color: '#8fa3b5', weight: 0.5, opacity: 0.7 };
  for (const lon of gridLines(box.west, box.east, step)) {
    grid.addLayer(new Polyline([[box.south, lon], [box.north, lon]], line)); // prettier-ignore
    grid.addLayer(words(String(lon), [box.south, lon], 'map-degree map-degree-east'));
  }
  for (const lat of gridLines(box.south, box.north, step)) {
    grid.addLayer(new Polyline([[lat, box.west], [lat, box.east]], line)); // prettier-ignore
    grid.addLayer(words(String(lat), [lat, box.west], 'map-degree map-degree-north'));
  }
}

/** At most so many names at once: more would hide each other. */
const mostNames = 40;

function drawNames(map: LeafletMap, labels: LayerGroup, ground: Ground): void {
  labels.clearLayers();
  const seen = map.getBounds();
  const wide = seen.getEast() - seen.getWest() > 12; // names of places would lie on each other
  const near = wide ? [] : ground.parts;
  near
    .flatMap((part) =>
      part.shape === 'point' && part.name !== undefined && seen.contains([part.at[0], part.at[1]])
        ? [{ name: part.name, at: part.at }]
        : [],
    )
    .slice(0, mostNames)
    .forEach(({ name, at }) => labels.addLayer(words(name, at, 'map-place')));
}

function words(text: string, [lat, lon]: readonly [number, number], className: string): Marker {
  const html = document.createElement('bdi');
  html.textContent = text;
  const icon = new DivIcon({ html, className, iconSize: [0, 0] });
  const marker = new Marker([lat, lon], { ...calm, keyboard: false, icon, zIndexOffset: -1000 });
  marker.on('add', () => marker.getElement()?.setAttribute('aria-hidden', 'true'));
  return marker;
}
