import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { PositionText } from '../places/PositionText.tsx';
import type { Position } from '../places/readPosition.ts';
import { isFault } from './ground.ts';
import { GroundNote } from './GroundNote.tsx';
import { decimalsFor, metresOfPixel, widestPixel } from './grid.ts';
import type { LatLng } from 'leaflet';
import type { LeafletMap } from './leaflet.ts';
import type { Box } from './marks.ts';
import { MapSteps } from './MapSteps.tsx';
import { lay, openMap, show } from './openMap.ts';
import { PcodeJump } from './PcodeJump.tsx';
import { useGround } from './useGround.ts';

interface PickMapProps {
  /** Of what the position is asked. */
  readonly label: string;
  readonly value: Position | undefined;
  /** The place as text, with as many decimals as could be seen. */
  readonly onTake: (written: string) => void;
}

/** Degrees around a position that is already there. */
const near = 0.05;

/** Chooses a place: the cross stays in the middle and the map moves under it, by arrows, by dragging, or to where it is tapped. */
export function PickMap({ label, value, onTake }: PickMapProps) {
  const ground = useGround();
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<LeafletMap>(undefined);
  const middle = useSignal<{ readonly lat: string; readonly lon: string; readonly wide: boolean } | undefined>(
    undefined,
  );
  const moved = useSignal(false);
  /** What was under the cross before anybody moved the map. */
  const before = useRef<LatLng>(undefined);

  useEffect(() => {
    if (!element.current) return;
    const opened = openMap(element.current, around(value), 'center');
    map.current = opened;
    const read = () => {
      const { lat, lng } = opened.getCenter().wrap();
      const metres = metresOfPixel(lat, opened.getZoom());
      const decimals = decimalsFor(metres);
      moved.value ||= isElsewhere(opened, before.current);
      middle.value = { lat: lat.toFixed(decimals), lon: lng.toFixed(decimals), wide: metres > widestPixel };
    };
    const begin = () => {
      if (!moved.value) before.current = opened.getCenter();
    };
    begin();
    opened.on('zoomend', begin); // to go nearer is not to choose
    opened.on('moveend', read);
    opened.on('click', ({ latlng }) => opened.panTo(latlng));
    read();
    element.current.focus({ preventScroll: true });
    return () => {
      map.current = undefined;
      opened.remove();
    };
  }, []);
  useEffect(() => {
    if (map.current === undefined || ground === undefined || isFault(ground)) return;
    before.current = undefined; // where the ground begins was chosen by nobody
    lay(map.current, ground);
    before.current = map.current.getCenter();
  }, [ground]);

  /** The area of a P-code holds the place somewhere: nobody chose its middle. */
  const jump = (box: Box) => {
    if (map.current === undefined) return;
    moved.value = false;
    before.current = undefined;
    show(map.current, box);
    before.current = map.current.getCenter();
  };
  const hindrance = middle.value?.wide === true ? t('map.pick.wide') : moved.value ? undefined : t('map.pick.unmoved');

  return (
    <div class="map-pick stack-tight">
      <p class="hint">{t('map.pick.hint')}</p>
      {ground !== undefined && !isFault(ground) && <PcodeJump ground={ground} onShow={jump} />}
      <div class="map-frame">
        <div class="map-cross-frame">
          <div
            ref={element}
            class="map"
            dir="ltr"
            role="region"
            tabIndex={0}
            aria-label={t('map.pick.label', { what: label })}
          />
          <span class="map-cross" aria-hidden="true" />
        </div>
        <MapSteps map={map} />
      </div>
      {middle.value && (
        <p role="status">
          {t('map.pick.middle')} <PositionText lat={Number(middle.value.lat)} lon={Number(middle.value.lon)} />
        </p>
      )}
      {hindrance !== undefined && <p class="hint">{hindrance}</p>}
      <Button
        kind="primary"
        disabled={hindrance !== undefined}
        onClick={() => {
          if (middle.value) onTake(`${middle.value.lat}, ${middle.value.lon}`);
        }}
      >
        {t('map.pick.take')}
      </Button>
      <GroundNote ground={ground} />
    </div>
  );
}

/** Whether the middle of a map is another place than the given one, as far as can be seen. */
function isElsewhere(map: LeafletMap, place: LatLng | undefined): boolean {
  if (place === undefined) return false;
  const [here, there] = [map.project(map.getCenter()), map.project(place)];
  return here.distanceTo(there) >= 1;
}

function around(value: Position | undefined): Box | undefined {
  if (value === undefined) return undefined;
  const { lat, lon } = value;
  return { west: lon - near, south: lat - near, east: lon + near, north: lat + near };
}
