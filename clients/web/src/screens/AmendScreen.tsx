import { useEffect } from 'preact/hooks';
import * as release from '../api/release.ts';
import { Screen } from '../components/Screen.tsx';
import { AmendForm } from '../movements/AmendForm.tsx';
import { LawNote } from '../movements/LawNote.tsx';
import { movementTitle } from '../movements/movementTitle.ts';
import { keep } from '../state/channelItems.ts';
import { places, store } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';

/** Amending an own movement: only the own organisation's view has everything there is to amend. */
export function AmendScreen({ id }: { readonly id: string }) {
  const item = store.items.value.get(id)?.organisation;

  useEffect(() => {
    void release.item(id).then((found) => {
      if (found.kind === 'ok') keep([found.value]);
    });
  }, [id]);

  const channel = places.value.get(item?.channel ?? '')?.channel;
  if (item?.kind !== 'movement' || channel === undefined) return <NotHere />;
  return (
    <Screen title={<bdi>{movementTitle(item.fields)}</bdi>}>
      <LawNote />
      <AmendForm item={item} channel={channel} />
    </Screen>
  );
}
