import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item, KnownKind } from '../api/items.ts';
import type { ItemPage } from '../api/release.ts';
import { useDebounced } from '../components/useDebounced.ts';
import { fetchMany } from '../state/fetched.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { askedFor, bboxOf } from './bbox.ts';
import type { Box } from './marks.ts';
import { isFound, isKnown, isOpen, type Reach } from './reach.ts';

const stillness = 500;

export interface MapItems {
  readonly items: readonly Item[];
  /** Whether the newest of every kind are here. Until then nobody may say that there is nothing. */
  readonly ready: boolean;
  /** What came instead of the last answer of a kind; undefined when none failed. */
  readonly failure: Answer<unknown> | undefined;
  readonly retry: () => void;
  /** Whether more lies in view than is known. */
  readonly crowded: boolean;
  /** Whether older ones can be asked for of kinds that are not found by what is in view. */
  readonly unread: boolean;
  readonly readOn: () => void;
}

interface Question {
  readonly after?: string;
  readonly box?: Box;
}

/**
 * The current items of some kinds that this reader holds: first the newest of each, which is mostly all; where it is not, what lies in view. What comes
 * live is in it, what was loaded stays when the link goes, and after a stream was lost everything is asked for anew.
 */
export function useMapItems(kinds: readonly KnownKind[], box: Box | undefined): MapItems {
  const reach = useSignal<ReadonlyMap<KnownKind, Reach>>(new Map());
  const failures = useSignal<ReadonlyMap<KnownKind, Answer<unknown>>>(new Map());
  const tries = useSignal(0);
  const asking = useRef(new Map<KnownKind, Question>());
  const resets = useRef(store.resets.value);
  const wanted = box && askedFor(box);
  const settled = useDebounced(wanted, stillness);

  /** One question of a kind at a time; the answer to an older one is dropped. */
  async function ask(kind: KnownKind, question: Question): Promise<void> {
    asking.current.set(kind, question);
    const page = await fetchMany(
      {
        kind,
        status: 'current',
        ...(question.after === undefined ? {} : { after: question.after }),
        ...(question.box === undefined ? {} : { bbox: bboxOf(question.box) }),
      },
      undefined,
      () => asking.current.get(kind) === question,
    );
    if (asking.current.get(kind) !== question) return;
    asking.current.delete(kind);
    if (page.kind === 'ok')
      reach.value = new Map(reach.value).set(kind, after(reach.value.get(kind), question, page.value));
    else failures.value = new Map(failures.value).set(kind, page);
  }

  useEffect(() => {
    if (resets.current !== store.resets.value) {
      resets.current = store.resets.value;
      asking.current.clear();
      reach.value = new Map();
    }
    failures.value = new Map();
    for (const kind of kinds) if (!reach.value.has(kind) && !asking.current.has(kind)) void ask(kind, {});
  }, [kinds.join(), store.link.value, store.resets.value, tries.value]); // once more when the link is back

  useEffect(() => {
    if (settled === undefined) return;
    for (const kind of kinds) {
      const known = reach.value.get(kind);
      if (known === undefined || !isFound(kind) || failures.value.has(kind) || !isOpen(known, settled)) continue;
      const under = asking.current.get(kind)?.box;
      if (under === undefined || bboxOf(under) !== bboxOf(settled)) void ask(kind, { box: settled });
    }
  }, [kinds.join(), settled && bboxOf(settled), reach.value, failures.value]);

  const known = kinds.flatMap((kind) => {
    const its = reach.value.get(kind);
    return its === undefined ? [] : [{ kind, ...its }];
  });
  const unread = known.filter(({ kind, next }) => !isFound(kind) && next !== undefined);
  return {
    items: [...store.items.value.values()]
      .map(shown)
      .filter((item): item is Item => item?.status === 'current' && kinds.some((kind) => kind === item.kind)),
    ready: known.length === kinds.length,
    failure: kinds.map((kind) => failures.value.get(kind)).find((failure) => failure !== undefined),
    retry: () => (tries.value += 1),
    crowded: wanted !== undefined && known.some((its) => isFound(its.kind) && !isKnown(its, wanted)),
    unread: unread.length > 0,
    readOn: () => {
      for (const { kind, next } of unread) if (next !== undefined) void ask(kind, { after: next });
    },
  };
}

/** What is known of a kind after one more answer. */
function after(before: Reach | undefined, { box }: Question, page: ItemPage): Reach {
  if (box !== undefined) return { ...before, seen: { box, more: Boolean(page.next) } };
  return page.next ? { next: page.next } : {};
}
