import { useEffect } from 'preact/hooks';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import { ItemNote } from '../components/ItemNote.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { Screen } from '../components/Screen.tsx';
import { fetchItem } from '../state/fetched.ts';
import { places, store } from '../state/store.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { OnDemand } from './OnDemand.tsx';
import { NotHere } from './NotHere.tsx';

/** Amending an own movement, site or advisory: only the own organisation's view has everything there is to amend. */
export function AmendScreen({ id }: { readonly id: string }) {
  const item = store.items.value.get(id)?.organisation;

  useEffect(() => {
    void fetchItem(id);
  }, [id, store.resets.value]);

  const channel = places.value.get(item?.channel ?? '')?.channel;
  const form = item && channel && formFor(item, channel);
  if (item === undefined || !form) return <NotHere />;
  return (
    <Screen title={<bdi>{itemTitle(item)}</bdi>}>
      {item.kind === 'movement' ? <LawNote /> : <ItemNote item={item} />}
      {form}
    </Screen>
  );
}

function formFor(item: Item, channel: Channel) {
  switch (item.kind) {
    case 'movement':
      return <OnDemand>{({ AmendForm }) => <AmendForm item={item} channel={channel} />}</OnDemand>;
    case 'site':
      return <OnDemand>{({ AmendSite }) => <AmendSite item={item} channel={channel} />}</OnDemand>;
    case 'advisory':
      return <OnDemand>{({ AmendAdvisory }) => <AmendAdvisory item={item} channel={channel} />}</OnDemand>;
  }
  return undefined;
}
