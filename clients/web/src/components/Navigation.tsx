import { OverlapSign } from '../concerns/Overlaps.tsx';
import { t } from '../i18n/index.ts';
import { filesOfTwo } from '../state/exportRequests.ts';
import { hrefOf, route, type Route } from '../state/route.ts';
import { escalated, overdue, unanswered } from '../state/movements.ts';
import { me, store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { Count } from './Count.tsx';

type Place = 'groups' | 'incidents' | 'movements' | 'report' | 'reviews' | 'me';

/** The places one can always go to: at the bottom on phones, at the top on desktops. */
export function Navigation() {
  const places: readonly Place[] = me.value?.isCoordinator
    ? ['groups', 'incidents', 'movements', 'report', 'reviews', 'me']
    : ['groups', 'incidents', 'movements', 'report', 'me'];
  const files = filesOfTwo.value.waiting.length;
  const waiting = store.reviews.value.length + store.quarantined.value.length;
  return (
    <nav class="navigation" aria-label={t('nav.label')}>
      {places.map((place) => (
        <a
          key={place}
          class="navigation-place"
          href={hrefOf({ name: place })}
          aria-current={placeOf(route.value) === place ? 'page' : undefined}
        >
          {t(`nav.${place}`)}
          {place === 'reviews' && waiting > 0 && <Count n={waiting} words={t('nav.waiting', { n: waiting })} />}
          {place === 'movements' && (
            <>
              <MovementCount />
              <OverlapSign />
            </>
          )}
          {place === 'me' && files > 0 && <Count n={files} words={t('nav.files', { n: files })} />}
        </a>
      ))}
    </nav>
  );
}

/** First those who should have been heard of, then about whom a recipient has to be called, then what waits for a receipt of the reader's force. */
function MovementCount() {
  if (overdue.value > 0) return <Count n={overdue.value} words={t('nav.overdue', { n: overdue.value })} alarm />;
  if (escalated.value > 0) return <Count n={escalated.value} words={t('nav.escalated', { n: escalated.value })} />;
  if (unanswered.value > 0)
    return <Count n={unanswered.value} words={t('nav.unacknowledged', { n: unanswered.value })} />;
  return null;
}

function placeOf(here: Route): Place {
  switch (here.name) {
    case 'groups':
    case 'group':
    case 'channel':
    case 'notify':
    case 'notifySite':
    case 'raise':
    case 'advise':
    case 'import':
      return 'groups';
    case 'item':
      return shown(store.items.value.get(here.item))?.kind === 'movement' ? 'movements' : 'incidents';
    case 'revise':
    case 'incidents':
    case 'access':
      return 'incidents';
    case 'map':
    case 'takeOut':
      return here.of === 'incidents' || here.of === 'access' ? 'incidents' : 'movements';
    case 'movements':
    case 'sites':
    case 'advisories':
    case 'amend':
    case 'print':
    case 'read-back':
      return 'movements';
    case 'files':
      return 'me';
    case 'report':
    case 'reviews':
    case 'me':
      return here.name;
  }
}
