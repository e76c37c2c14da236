import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sensitivities, type KnownKind, type Sensitivity } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { clustersOf } from './clusters.ts';
import type { Ground } from './ground.ts';
import {
  Circle,
  CircleMarker,
  DivIcon,
  LayerGroup,
  Marker,
  Polygon,
  Polyline,
  Rectangle,
  type LeafletMap,
} from './leaflet.ts';
import { anchorOf, boxOf, isRough, type Box, type Mark } from './marks.ts';
import { MapSign } from './MapSign.tsx';
import { MapSteps } from './MapSteps.tsx';
import { boxSeen, lay, openMap, show } from './openMap.ts';

/** An item as it is drawn. */
export interface Drawn {
  readonly id: string;
  readonly kind: KnownKind;
  /** What it is, how it is marked, and how roughly its place is known. */
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly exercise: boolean;
  readonly sensitivity: Sensitivity;
}

interface ItemsMapProps {
  readonly ground: Ground | undefined;
  readonly items: readonly Drawn[];
  /** Whether more items are still on their way. Until they are here the map shows all that came, unless somebody has moved it. */
  readonly coming: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onMoved: (box: Box) => void;
  /** Called when somebody asks for the list of what is in view. */
  readonly onList: () => void;
}

/** The drawing of what the list beside it says. It is one stop for the keyboard: arrows, plus and minus, Home for everything, Enter for the list. */
export function ItemsMap({ ground, items, coming, chosen, onChoose, onMoved, onList }: ItemsMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(undefined);
  const layer = useRef(new LayerGroup());
  /** Whether everything was shown once, and whether somebody has moved the map since. */
  const fitted = useRef(false);
  const moved = useRef(false);
  /** While the map moves by itself. */
  const ours = useRef(false);
  const wereComing = useRef(coming);
  const drawn = useRef<Drawing>([]);
  const now = useRef({ items, chosen, onChoose, onMoved, onList });
  now.current = { items, chosen, onChoose, onMoved, onList };

  const redraw = () => {
    if (!map.current) return;
    const held = drawn.current.find(({ focused }) => focused());
    drawn.current = draw(map.current, layer.current, now.current.items, (ids) => {
      now.current.onChoose(ids);
    });
    mark(drawn.current, now.current.chosen);
    drawn.current.find(({ ids }) => held?.ids.some((id) => ids.includes(id)))?.focus();
  };
  const everything = () => {
    const all = boxOf(now.current.items.flatMap(({ marks }) => marks));
    if (map.current === undefined || all === undefined) return;
    fitted.current = true;
    moved.current = false;
    ours.current = true;
    show(map.current, all);
    ours.current = false;
  };

  useEffect(() => {
    if (!element.current) return;
    const all = boxOf(now.current.items.flatMap(({ marks }) => marks));
    const opened = openMap(element.current, all);
    map.current = opened;
    fitted.current = all !== undefined;
    layer.current.addTo(opened);
    const seen = () => {
      now.current.onMoved(boxSeen(opened));
    };
    opened.on('moveend', seen);
    opened.on('zoomend', redraw);
    opened.on('movestart zoomstart', () => {
      if (!ours.current) moved.current = true;
    });
    redraw();
    seen();
    return () => {
      map.current = undefined;
      opened.remove();
    };
  }, []);
  useEffect(() => {
    ours.current = true;
    if (map.current && ground) lay(map.current, ground);
    ours.current = false;
  }, [ground]);

  useEffect(() => {
    if (!fitted.current || (wereComing.current && !moved.current)) everything(); // things that came after the map
    redraw();
  }, [items]);
  useEffect(() => {
    wereComing.current = coming; // after the last of them, which may come with the end of the rest
  }, [coming]);
  useEffect(() => {
    mark(drawn.current, chosen);
  }, [chosen]);

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

/** Something on the map that stands for items, and how it is shown that they are chosen: without building it anew, which would take the focus away. */
interface Shown {
  readonly ids: readonly string[];
  readonly choose: (chosen: boolean) => void;
  readonly focused: () => boolean;
  readonly focus: () => void;
}

type Drawing = readonly Shown[];

const plain = { color: '#004987', weight: 2 } as const;
const picked = { color: '#c8003a', weight: 4 } as const;

function mark(drawing: Drawing, chosen: readonly string[]): void {
  for (const { ids, choose } of drawing) choose(ids.some((id) => chosen.includes(id)));
}

function draw(
  map: LeafletMap,
  layer: LayerGroup,
  items: readonly Drawn[],
  onChoose: (ids: readonly string[]) => void,
): Drawing {
  layer.clearLayers();
  const extents = items.flatMap((item) =>
    item.marks.flatMap((mark) => {
      const drawn = extent(mark);
      if (drawn === undefined) return [];
      drawn.on('click', () => {
        onChoose([item.id]);
      });
      layer.addLayer(drawn);
      return [
        { ids: [item.id], choose: (chosen: boolean) => void drawn.setStyle(chosen ? picked : plain), ...noFocus },
      ];
    }),
  );
  // INVARIANT: what is an exercise never stands behind one sign with what is real.
  const real = spotsOf(map, items, false);
  const exercise = spotsOf(map, items, true);
  const signs = [...real, ...exercise].map((spot) => {
    const hidden = spot.exercise && real.some((other) => touches(spot, other));
    const at = map.unproject([spot.x, spot.y], map.getZoom());
    const made = signOf([at.lat, at.lng], spot.items, hidden, onChoose);
    layer.addLayer(made.marker);
    return made.shown;
  });
  return [...extents, ...signs];
}

const noFocus = { focused: () => false, focus: () => undefined };

interface Placed {
  readonly items: readonly Drawn[];
  readonly exercise: boolean;
  readonly x: number;
  readonly y: number;
}

/** Where signs stand, in pixels. */
function spotsOf(map: LeafletMap, items: readonly Drawn[], exercise: boolean): readonly Placed[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const spots = items.flatMap((item) => {
    const at = item.exercise === exercise ? anchorOf(item.marks) : undefined;
    if (at === undefined) return [];
    const { x, y } = map.project([at.lat, at.lon], map.getZoom());
    return [{ id: item.id, x, y }];
  });
  return clustersOf(spots).map(({ ids, x, y }) => ({ items: ids.flatMap((id) => byId.get(id) ?? []), exercise, x, y }));
}

const signSize = 44;

function touches(a: Placed, b: Placed): boolean {
  return Math.abs(a.x - b.x) < signSize && Math.abs(a.y - b.y) < signSize;
}

/** Large enough to be seen on the road and beside it, at every step of the map. */
const stopPixels = 5;

/** What has an extent is drawn as one: a square within which a place lies is dashed, so that nobody takes its middle for the place. */
function extent(mark: Mark) {
  const line = { ...plain, fillOpacity: 0.12 };
  switch (mark.shape) {
    case 'point':
      return undefined;
    case 'stop':
      return new CircleMarker([mark.at.lat, mark.at.lon], { ...line, radius: stopPixels, fillOpacity: 1 });
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
        mark.other ? { ...line, dashArray: '8 8' } : line,
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

/** One sign: a button for the finger and the mouse. One that would hide another stands beside its place. */
function signOf(
  at: [number, number],
  items: readonly Drawn[],
  aside: boolean,
  onChoose: (ids: readonly string[]) => void,
): { readonly marker: Marker; readonly shown: Shown } {
  const [first] = items;
  const ids = items.map(({ id }) => id);
  const html = document.createElement('button');
  html.type = 'button';
  html.tabIndex = -1; // the list is the way for the keyboard
  html.className = 'map-item';
  html.classList.toggle(
    'map-item-rough',
    items.some(({ marks }) => isRough(marks)),
  );
  html.setAttribute('aria-label', items.length === 1 ? (first?.label ?? '') : labelTogether(items));
  html.title = html.getAttribute('aria-label') ?? '';
  html.addEventListener('click', (event) => {
    event.stopPropagation();
    onChoose(ids);
  });
  render(
    <>
      {items.length === 1 && first ? (
        <MapSign kind={first.kind} />
      ) : (
        <bdi class="map-count">{String(items.length)}</bdi>
      )}
      {first?.exercise === true && <span class="map-exercise">{t('marking.exercise')}</span>}
    </>,
    html,
  );
  const iconAnchor: [number, number] = [aside ? signSize * -0.5 : signSize / 2, signSize / 2];
  const icon = new DivIcon({ html, className: 'map-sign-place', iconSize: [signSize, signSize], iconAnchor });
  const marker = new Marker(at, { icon, keyboard: false, interactive: false });
  const choose = (chosen: boolean) => {
    html.classList.toggle('map-item-chosen', chosen);
    marker.setZIndexOffset(chosen ? 1000 : 0);
  };
  const shown = {
    ids,
    choose,
    focused: () => document.activeElement === html,
    focus: () => {
      html.focus({ preventScroll: true });
    },
  };
  return { marker, shown };
}

/** INVARIANT: the marking of the most sensitive among them goes with the number. */
function labelTogether(items: readonly Drawn[]): string {
  const highest = [...sensitivities].reverse().find((level) => items.some(({ sensitivity }) => sensitivity === level));
  return [
    items.some(({ exercise }) => exercise) ? `${t('marking.exercise')}. ` : '',
    highest === undefined ? '' : `${t(`sensitivity.${highest}`)}. `,
    t('map.together', { n: items.length }),
  ].join('');
}
