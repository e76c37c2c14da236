import type { Channel } from '../api/channels.ts';
import { me } from '../state/store.ts';

/** Whether this person may raise an access-constraint notice here: the humanitarian side does, where it writes. */
export function mayRaise(channel: Channel): boolean {
  return channel.mayPost && me.value?.side === 'humanitarian';
}
