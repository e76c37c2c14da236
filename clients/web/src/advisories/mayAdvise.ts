import type { Channel } from '../api/channels.ts';
import { me } from '../state/store.ts';

/** Whether this person may write an advisory here: forces and police do, where the other side reads. */
export function mayAdvise(channel: Channel): boolean {
  return (
    me.value?.side === 'security' && channel.kind !== 'caucus' && (channel.mayPost || channel.kind === 'notification')
  );
}
