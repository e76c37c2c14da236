import type { ExportQuery } from '../api/exports.ts';
import type { KnownKind } from '../api/items.ts';
import type { MessageKey } from '../i18n/index.ts';
import type { MapOf } from '../state/route.ts';

const kinds: Readonly<Record<MapOf, KnownKind>> = {
  incidents: 'incident',
  movements: 'movement',
  sites: 'site',
  advisories: 'advisory',
  access: 'access-constraint',
};

/** The kind that a list is of. */
export function kindOf(list: MapOf): KnownKind {
  return kinds[list];
}

/** The list of a kind, in words; absent for a kind that has none here. */
export function listWords(kind: string): MessageKey | undefined {
  const list = (Object.keys(kinds) as MapOf[]).find((name) => kinds[name] === kind);
  return list === undefined ? undefined : `board.${list}`;
}

/** What was chosen on screen. */
export interface Chosen {
  readonly channel: string;
  readonly from: string;
  readonly to: string;
  readonly past: boolean;
}

export const nothingChosen: Chosen = { channel: '', from: '', to: '', past: false };

/** The question of a choice: nothing empty in it. */
export function queryOf(kind: KnownKind, { channel, from, to, past }: Chosen): ExportQuery {
  return {
    kind,
    ...(channel === '' ? {} : { channel }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(past ? {} : { status: 'current' as const }),
  };
}
