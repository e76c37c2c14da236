import { t } from '../i18n/index.ts';
import { hrefOf, route, type Route } from '../state/route.ts';
import { me, store } from '../state/store.ts';

type Place = 'groups' | 'incidents' | 'report' | 'reviews' | 'me';

/** The places one can always go to: at the bottom on phones, at the top on desktops. */
export function Navigation() {
  const places: readonly Place[] = me.value?.isCoordinator
    ? ['groups', 'incidents', 'report', 'reviews', 'me']
    : ['groups', 'incidents', 'report', 'me'];
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
          {place === 'reviews' && waiting > 0 && (
            <span class="count">
              <bdi aria-hidden="true">{String(waiting)}</bdi>
              <span class="visually-hidden">{t('nav.waiting', { n: waiting })}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
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
      return 'groups';
    case 'item':
    case 'revise':
    case 'amend':
    case 'incidents':
    case 'movements':
    case 'sites':
    case 'advisories':
    case 'access':
      return 'incidents';
    case 'report':
    case 'reviews':
    case 'me':
      return here.name;
  }
}
