import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { KnownKind } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { clustersOf } from './clusters.ts';
import type { Ground } from './ground.ts';
import { Circle, DivIcon, LayerGroup, Marker, Polygon, Polyline, Rectangle, type LeafletMap } from './leaflet.ts';
import { anchorOf, boxOf, isRough, type Box, type Mark } from './marks.ts';
import { MapSign } from './MapSign.tsx';
import { MapSteps } from './MapSteps.tsx';
import { boxSeen, openMap, show } from './openMap.ts';

/** An item as it is drawn. */
export interface Drawn {
  readonly id: string;
  readonly kind: KnownKind;
  /** What it is, how it is marked, and how roughly its place is known. */
  readonly label: string;
  readonly marks: readonly Mark[];
}

interface ItemsMapProps {
  readonly ground: Ground | undefined;
  readonly items: readonly Drawn[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onMoved: (box: Box) => void;
  /** Called when somebody asks for the list of what is in view. */
  readonly onList: () => void;
}

/** The drawing of what the list beside it says. It is one stop for the keyboard: arrows, plus and minus, Home for everything, Enter for the list. */
export function ItemsMap({ ground, items, chosen, onChoose, onMoved, onList }: ItemsMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(undefined);
  const layer = useRef(new LayerGroup());
  const fitted = useRef(false);
  const now = useRef({ items, chosen, onChoose, onMoved, onList });
  now.current = { items, chosen, onChoose, onMoved, onList };

  const redraw = () => {
    if (map.current) draw(map.current, layer.current, now.current);
  };
  const everything = () => {
    const all = boxOf(now.current.items.flatMap(({ marks }) => marks));
    if (map.current === undefined || all === undefined) return;
    fitted.current = true;
    show(map.current, all);
  };

  useEffect(() => {
    if (!element.current) return;
    const all = boxOf(now.current.items.flatMap(({ marks }) => marks));
    const opened = openMap(element.current, ground, all);
    map.current = opened;
    fitted.current = all !== undefined;
    layer.current.addTo(opened);
    const moved = () => {
      now.current.onMoved(boxSeen(opened));
    };
    opened.on('moveend', moved);
    opened.on('zoomend', redraw);
    redraw();
    moved();
    return () => {
      map.current = undefined;
      opened.remove();
    };
  }, [ground]);

  useEffect(() => {
    if (!fitted.current) everything(); // the first things came after the map
    redraw();
  }, [items, chosen]);

  return (
    <div class="map-frame">
      <div
        ref={element}
        class="map"
        dir="ltr"
        role="region"
        tabIndex={0}
        aria-label={t('map.label')}
        onKeyDown={(event) => {
          if (event.key === 'Home') everything();
          else if (event.key === 'Enter' && event.target === event.currentTarget) onList();
        }}
      />
      <MapSteps map={map} onEverything={everything} />
    </div>
  );
}

interface Drawing {
  readonly items: readonly Drawn[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function draw(map: LeafletMap, layer: LayerGroup, { items, chosen, onChoose }: Drawing): void {
  layer.clearLayers();
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of items) {
    for (const mark of item.marks) {
      const drawn = extent(mark, chosen.includes(item.id));
      if (drawn === undefined) continue;
      drawn.on('click', () => {
        onChoose([item.id]);
      });
      layer.addLayer(drawn);
    }
  }
  const zoom = map.getZoom();
  const spots = items.flatMap((item) => {
    const at = anchorOf(item.marks);
    if (at === undefined) return [];
    const { x, y } = map.project([at.lat, at.lon], zoom);
    return [{ id: item.id, x, y }];
  });
  for (const { ids, x, y } of clustersOf(spots)) {
    const together = ids.flatMap((id) => byId.get(id) ?? []);
    const at = map.unproject([x, y], zoom);
    const isChosen = ids.some((id) => chosen.includes(id));
    layer.addLayer(
      sign([at.lat, at.lng], together, isChosen, () => {
        onChoose(ids);
      }),
    );
  }
}

/** What has an extent is drawn as one: a square within which a place lies is dashed, so that nobody takes its middle for the place. */
function extent(mark: Mark, chosen: boolean) {
  const line = { color: chosen ? '#c8003a' : '#004987', weight: chosen ? 4 : 2, fillOpacity: 0.12 };
  switch (mark.shape) {
    case 'point':
      return undefined;
    case 'cell': {
      const [half, { lat, lon }] = [mark.degrees / 2, mark.at];
      const corners: [number, number][] = [
        [lat - half, lon - half],
        [lat + half, lon + half],
      ];
      return new Rectangle(corners, { ...line, dashArray: '4 6' });
    }
    case 'line':
      return new Polyline(
        mark.stops.map(({ lat, lon }) => [lat, lon] as [number, number]),
        { ...line, weight: line.weight + 1 },
      );
    case 'area':
      return new Polygon(
        mark.corners.map(({ lat, lon }) => [lat, lon] as [number, number]),
        line,
      );
    case 'circle':
      return new Circle([mark.at.lat, mark.at.lon], { ...line, radius: mark.metres });
  }
}

function sign(at: [number, number], items: readonly Drawn[], chosen: boolean, choose: () => void): Marker {
  const [first] = items;
  const html = document.createElement('button');
  html.type = 'button';
  html.tabIndex = -1; // the list is the way for the keyboard
  const rough = items.some(({ marks }) => isRough(marks));
  html.className = ['map-item', chosen ? 'map-item-chosen' : '', rough ? 'map-item-rough' : ''].join(' ');
  html.setAttribute('aria-label', items.length === 1 ? (first?.label ?? '') : t('map.together', { n: items.length }));
  html.title = html.getAttribute('aria-label') ?? '';
  html.addEventListener('click', (event) => {
    event.stopPropagation();
    choose();
  });
  render(
    items.length === 1 && first ? <MapSign kind={first.kind} /> : <bdi class="map-count">{String(items.length)}</bdi>,
    html,
  );
  const icon = new DivIcon({ html, className: 'map-sign-place', iconSize: [44, 44] });
  return new Marker(at, { icon, keyboard: false, interactive: false, zIndexOffset: chosen ? 1000 : 0 });
}
