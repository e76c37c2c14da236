import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { Author } from './Author.tsx';
import { ItemFrame } from './ItemFrame.tsx';
import { ItemReference } from './ItemReference.tsx';
import { itemTitle } from './itemTitle.ts';
import { Moment } from './Moment.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Releases } from './Releases.tsx';

/** An item of a kind that this page has no words for: that it is there, how it is marked, and the way to all of it. */
export function OtherRow({ item }: { readonly item: Item }) {
  return (
    <ItemFrame item={item} label={itemTitle(item)}>
      <h2 class="item-title">
        <a href={hrefOf({ name: 'item', item: item.item })}>{itemTitle(item)}</a>
      </h2>
      <p class="item-head">
        <Author fields={item.fields} />
        <ItemReference item={item} />
        <Moment at={item.releasedAt} />
        {item.status ? <span class="muted">{t('item.status', { status: item.status })}</span> : null}
      </p>
      <p>{t('item.other.open')}</p>
      <Quarantine item={item} />
      <Releases item={item} />
    </ItemFrame>
  );
}
