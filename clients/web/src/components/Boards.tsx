import { t } from '../i18n/index.ts';
import { boards, hrefOf, mapsOf, route, type Board, type MapOf } from '../state/route.ts';
import { places } from '../state/store.ts';
import { ListOrMap } from './ListOrMap.tsx';
import { mayNotify } from '../movements/forces.ts';

/** The ways between incidents and the lists of notifications and notices, as far as the person's rooms lead there, and between the list and its map. */
export function Boards() {
  const shown = boards.filter(leadsTo);
  const here = route.value;
  const of = here.name === 'map' ? here.of : mapsOf.find((name) => name === here.name);
  const drawn = here.name === 'map';
  return (
    <>
      {shown.length > 0 && (
        <nav class="boards" aria-label={t('boards.label')}>
          {(['incidents', ...shown] as const).map((name) => (
            <a
              key={name}
              class="board"
              href={hrefOf(drawn ? { name: 'map', of: name } : { name })}
              aria-current={of === name ? 'page' : undefined}
            >
              {t(`board.${name}`)}
            </a>
          ))}
        </nav>
      )}
      {of !== undefined && <ListOrMap of={of} here={drawn ? 'map' : 'list'} />}
      {of !== undefined && !drawn && <Tables of={of} />}
    </>
  );
}

/** A caucus is for one side among itself: notifications and advisories come elsewhere. */
function leadsTo(board: Board): boolean {
  const rooms = [...places.value.values()].map((place) => place.channel);
  return board === 'access' ? rooms.length > 0 : rooms.some((room) => room.kind !== 'caucus');
}

/** The ways out of a list as a file, and from a table into the rooms where the person may notify. */
function Tables({ of }: { readonly of: MapOf }) {
  const rooms = of === 'movements' || of === 'sites' ? [...places.value.values()] : [];
  return (
    <p class="tables">
      <a href={hrefOf({ name: 'takeOut', of })}>{t('export.many')}</a>
      {rooms
        .filter(({ channel }) => mayNotify(channel) && channel.kind === 'notification')
        .map(({ channel }) => (
          <a key={channel.id} href={hrefOf({ name: 'import', channel: channel.id })}>
            {t('import.into', { channel: channel.name })}
          </a>
        ))}
    </p>
  );
}
