import { t } from '../i18n/index.ts';
import { hrefOf, route } from '../state/route.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { itemTitle } from '../components/itemTitle.ts';
import { movementsWithSaid, saidOf } from './saidCheckIns.ts';

/**
 * On every screen but their own: movements of which something was said that is not with the server. Whoever touched a stop and went on believes it said; what was
 * said long ago is not sent by itself, and somebody has to look at it.
 */
export function UnsentCheckIns() {
  const here = route.value;
  const unsent = movementsWithSaid()
    .filter((item) => !(here.name === 'item' && here.item === item))
    .filter((item) => saidOf(item).value.length > 0);
  if (unsent.length === 0) return null;
  return (
    <div class="warning" role="status">
      <p>{t('checkIn.unsent', { n: unsent.length })}</p>
      <ul>
        {unsent.map((item) => {
          const held = shown(store.items.value.get(item));
          return (
            <li key={item}>
              <a href={hrefOf({ name: 'item', item })}>
                <bdi>{held === undefined ? t('item.movement') : itemTitle(held)}</bdi>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
