import type { Channel } from '../api/channels.ts';
import { sideOf } from '../components/parties.ts';

/** Whether this person may notify here: only who may is told whom a notification can reach. */
export function mayNotify(channel: Channel): boolean {
  return Array.isArray(channel.forces);
}

/** Forces and police that can be named here, by audience. */
export function forcesOf(channel: Channel): readonly string[] {
  return (channel.forces ?? []).filter((audience) => sideOf(audience) === 'security');
}
