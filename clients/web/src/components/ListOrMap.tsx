import { t } from '../i18n/index.ts';
import { hrefOf, type MapOf } from '../state/route.ts';

interface ListOrMapProps {
  readonly of: MapOf;
  readonly here: 'list' | 'map';
}

/** The two ways to look at the same things. */
export function ListOrMap({ of, here }: ListOrMapProps) {
  return (
    <nav class="boards list-or-map" aria-label={t('map.ways')}>
      <a class="board" href={hrefOf({ name: of })} aria-current={here === 'list' ? 'page' : undefined}>
        {t('map.way.list')}
      </a>
      <a class="board" href={hrefOf({ name: 'map', of })} aria-current={here === 'map' ? 'page' : undefined}>
        {t('map.way.map')}
      </a>
    </nav>
  );
}
