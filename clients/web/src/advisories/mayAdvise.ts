import type { Channel } from '../api/channels.ts';
import { me } from '../state/store.ts';

/** Whether this person may write an advisory here: whoever is not humanitarian, and coordination, in a room in which the whole humanitarian side is told. */
export function mayAdvise(channel: Channel): boolean {
  const who = me.value;
  return channel.kind === 'notification' && who !== undefined && (keepsOwn() || who.isCoordinator);
}

/** Whether there is an own side beside the humanitarian one, with which unit, operation and source stay. */
export function keepsOwn(): boolean {
  return me.value !== undefined && me.value.side !== 'humanitarian';
}
