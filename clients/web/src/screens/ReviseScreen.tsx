import { useEffect } from 'preact/hooks';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import { Screen } from '../components/Screen.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { fetchItem } from '../state/fetched.ts';
import { places, store } from '../state/store.ts';
import { OnDemand } from './OnDemand.tsx';
import { NotHere } from './NotHere.tsx';

/** Revision of an own report or notice: only the own organisation's view has everything there is to revise. */
export function ReviseScreen({ id }: { readonly id: string }) {
  const item = store.items.value.get(id)?.organisation;

  useEffect(() => {
    void fetchItem(id);
  }, [id, store.resets.value]);

  const channel = item === undefined ? undefined : places.value.get(item.channel)?.channel;
  const form = item && channel && formFor(item, channel);
  if (item === undefined || !form) return <NotHere />;
  return <Screen title={<bdi>{itemTitle(item)}</bdi>}>{form}</Screen>;
}

function formFor(item: Item, channel: Channel) {
  if (item.kind === 'incident')
    return <OnDemand>{({ ReviseForm }) => <ReviseForm item={item} channel={channel} />}</OnDemand>;
  if (item.kind !== 'access-constraint') return undefined;
  return <OnDemand>{({ ReviseAccess }) => <ReviseAccess item={item} channel={channel} />}</OnDemand>;
}
