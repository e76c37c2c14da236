import { ItemReference } from '../components/ItemReference.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';

/** A notification in a sentence: its reference and title, its id when it is not here. */
export function NotificationName({ id }: { readonly id: string }) {
  const item = shown(store.items.value.get(id));
  if (item === undefined)
    return (
      <bdi dir="ltr" class="code">
        {id}
      </bdi>
    );
  return (
    <>
      <ItemReference item={item} />
      <bdi>{itemTitle(item)}</bdi>
    </>
  );
}
