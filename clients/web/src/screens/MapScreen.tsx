import { Boards } from '../components/Boards.tsx';
import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { kindIn } from '../map/kinds.ts';
import { MapDoor } from '../map/MapDoor.tsx';
import type { MapOf } from '../state/route.ts';

/** What a list shows, drawn. The list stays the way for everybody; the map is a second look at the same things. */
export function MapScreen({ of }: { readonly of: MapOf }) {
  return (
    <Screen title={t('map.title')}>
      <Boards />
      <MapDoor>{({ MapBoard }) => <MapBoard first={kindIn(of)} />}</MapDoor>
    </Screen>
  );
}
