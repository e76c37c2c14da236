import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';

/** The short reference people say on the radio; leads to the item's page. */
export function ItemReference({ item }: { readonly item: Item }) {
  return (
    <a class="reference" href={hrefOf({ name: 'item', item: item.item })}>
      {item.reference ? (
        <bdi dir="ltr" class="code">
          {item.reference}
        </bdi>
      ) : (
        t('item.open')
      )}
    </a>
  );
}
