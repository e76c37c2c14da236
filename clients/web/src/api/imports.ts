import type { Answer } from './answer.ts';
import { command, post } from './http.ts';
import type { MovementReceipt, Warning } from './movements.ts';
import type { Preview } from './release.ts';

/** What the server says of a notification before it is sent. */
export interface LookedOver extends Preview {
  readonly warnings?: readonly Warning[] | null;
}

/** Existing: it was brought before, and nothing was stored. */
export type BroughtReceipt = Omit<MovementReceipt, 'warnings'> & {
  readonly existing?: boolean | null;
  readonly warnings?: readonly Warning[] | null;
};

/** Most ids that are asked about at once. */
export const idsAtOnce = 200;

/** Which records the own organisation brought to a room before. */
export function brought(
  channel: string,
  kind: string,
  system: string,
  ids: readonly string[],
): Promise<Answer<{ readonly there: readonly string[] }>> {
  return post(`/api/movements/channels/${channel}/brought`, { kind, system, ids });
}

export function lookOver(channel: string, kind: string, content: object, key: string): Promise<Answer<LookedOver>> {
  return command('/api/release/preview', { channel, kind, content }, key);
}

export function bring(
  channel: string,
  kind: 'movement' | 'site',
  content: object,
  key: string,
  shown: string | undefined,
): Promise<Answer<BroughtReceipt>> {
  return command(`/api/movements/channels/${channel}/${kind}s`, content, key, shown);
}
