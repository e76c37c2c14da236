import { useEffect } from 'preact/hooks';
import * as release from '../api/release.ts';
import { Screen } from '../components/Screen.tsx';
import { incidentTitle } from '../components/incidentTitle.ts';
import { ReviseForm } from '../incidents/ReviseForm.tsx';
import { keep } from '../state/channelItems.ts';
import { places, store } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';

/** Revision of an own report: only the own organisation's view has everything there is to revise. */
export function ReviseScreen({ id }: { readonly id: string }) {
  const item = store.items.value.get(id)?.organisation;

  useEffect(() => {
    void release.item(id).then((found) => {
      if (found.kind === 'ok') keep([found.value]);
    });
  }, [id]);

  const channel = item === undefined ? undefined : places.value.get(item.channel)?.channel;
  if (item?.kind !== 'incident' || channel === undefined) return <NotHere />;
  return (
    <Screen title={<bdi>{incidentTitle(item.fields)}</bdi>}>
      <ReviseForm item={item} channel={channel} />
    </Screen>
  );
}
