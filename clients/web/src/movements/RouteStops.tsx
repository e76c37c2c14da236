import { TwoClocks } from '../components/TwoClocks.tsx';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { PositionText } from '../places/PositionText.tsx';
import { stopsOf, type Stop } from './reading.ts';

/** A route as its stops in the order of travel, each with its position and the time it is expected. */
export function RouteStops({ value }: { readonly value: unknown }) {
  return (
    <ol class="stops">
      {stopsOf(value).map((stop, index) => (
        <li key={index}>
          <Place stop={stop} />
          <PositionText lat={stop.lat} lon={stop.lon} />
          {stop.at !== undefined && <TwoClocks at={stop.at} />}
          {stop.until !== undefined && (
            <span>
              {t('movement.stop.untilShort')} <TwoClocks at={stop.until} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Place({ stop }: { readonly stop: Stop }) {
  const type = stop.type === undefined ? undefined : codeLabel('waypoint-type', stop.type);
  return (
    <span class="stop-place">
      {type !== undefined && <bdi class={stop.name === undefined ? '' : 'muted'}>{type}</bdi>}
      {stop.name !== undefined && <bdi>{stop.name}</bdi>}
    </span>
  );
}
