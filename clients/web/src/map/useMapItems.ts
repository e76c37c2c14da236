import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item, KnownKind } from '../api/items.ts';
import { useDebounced } from '../components/useDebounced.ts';
import { fetchItems } from '../state/fetched.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import type { Box } from './marks.ts';
import { bboxOf } from './bbox.ts';

/** Kinds whose place is one position: the server finds them by what is in view. The others have routes and outlines, and are asked for page by page. */
const found: readonly KnownKind[] = ['incident', 'site', 'access-constraint'];

const pageSize = 200;

/** What is known of a kind: whether all of it is here, and whether there is more in view than was sent. */
interface Reach {
  readonly next?: string;
  readonly more: boolean;
}

export interface MapItems {
  readonly items: readonly Item[];
  readonly answer: Answer<unknown> | undefined;
  /** Kinds of which more than was sent lies in view. */
  readonly crowded: readonly KnownKind[];
  /** Kinds of which another page can be asked for. */
  readonly unread: readonly KnownKind[];
  readonly readOn: () => void;
}

/**
 * The current items of some kinds that this reader holds: first the newest page of each, which is mostly all; where it is not, what lies in view. What comes
 * live is in it, and what was loaded stays when the link goes.
 */
export function useMapItems(kinds: readonly KnownKind[], box: Box | undefined): MapItems {
  const reach = useSignal<ReadonlyMap<KnownKind, Reach>>(new Map());
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const asking = useRef(new Set<KnownKind>());
  const settled = useDebounced(box === undefined ? '' : bboxOf(box), 500);

  async function ask(kind: KnownKind, bounds: { readonly bbox?: string; readonly after?: string }): Promise<void> {
    const page = await fetchItems({ kind, status: 'current', limit: pageSize, ...bounds });
    answer.value = page;
    if (page.kind !== 'ok') return;
    const before = reach.value.get(kind);
    const next = bounds.bbox === undefined ? (page.value.next ?? undefined) : before?.next;
    const more = found.includes(kind) ? Boolean(page.value.next) : next !== undefined;
    reach.value = new Map(reach.value).set(kind, { more, ...(next === undefined ? {} : { next }) });
  }

  useEffect(() => {
    for (const kind of kinds) {
      if (reach.value.has(kind) || asking.current.has(kind)) continue;
      asking.current.add(kind);
      void ask(kind, {}).finally(() => asking.current.delete(kind));
    }
  }, [kinds.join(), store.link.value]); // once more when the link is back

  useEffect(() => {
    if (settled === '') return;
    for (const kind of kinds) {
      if (found.includes(kind) && reach.value.get(kind)?.next !== undefined) void ask(kind, { bbox: settled });
    }
  }, [settled]);

  const has = (kind: KnownKind) => reach.value.get(kind);
  return {
    items: [...store.items.value.values()]
      .map(shown)
      .filter((item): item is Item => item?.status === 'current' && kinds.some((kind) => kind === item.kind)),
    answer: answer.value,
    crowded: kinds.filter((kind) => found.includes(kind) && has(kind)?.next !== undefined && has(kind)?.more),
    unread: kinds.filter((kind) => !found.includes(kind) && has(kind)?.next !== undefined),
    readOn: () => {
      for (const kind of kinds) {
        const next = has(kind)?.next;
        if (!found.includes(kind) && next !== undefined) void ask(kind, { after: next });
      }
    },
  };
}
