import { t } from '../i18n/index.ts';
import { boards, hrefOf, route, type Board } from '../state/route.ts';
import { places } from '../state/store.ts';

/** The ways between incidents and the lists of notifications and notices, as far as the person's rooms lead there. */
export function Boards() {
  const shown = boards.filter(leadsTo);
  if (shown.length === 0) return null;
  return (
    <nav class="boards" aria-label={t('boards.label')}>
      {(['incidents', ...shown] as const).map((name) => (
        <a
          key={name}
          class="board"
          href={hrefOf({ name })}
          aria-current={route.value.name === name ? 'page' : undefined}
        >
          {t(`board.${name}`)}
        </a>
      ))}
    </nav>
  );
}

/** A caucus is for one side among itself: notifications and advisories come elsewhere. */
function leadsTo(board: Board): boolean {
  const rooms = [...places.value.values()].map((place) => place.channel);
  return board === 'access' ? rooms.length > 0 : rooms.some((room) => room.kind !== 'caucus');
}
