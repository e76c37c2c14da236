/* eslint-disable no-restricted-syntax, no-restricted-imports -- the one door from what was asked for into the book */
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { ItemFilter, ItemPage } from '../api/release.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { keep } from './channelItems.ts';
import { store } from './store.ts';

/** A page of items, put into the book. */
export function fetchItems(filter: ItemFilter): Promise<Answer<ItemPage>> {
  return fetched(
    () => release.items(filter),
    ({ items }) => items,
  );
}

/** One item, put into the book. */
export function fetchItem(id: string): Promise<Answer<Item>> {
  return fetched(
    () => release.item(id),
    (item) => [item],
  );
}

const mostTimes = 3;

/** INVARIANT: nothing goes into the book when the session that asked has ended, nor when a stream was taken away meanwhile, which the answer may come from. */
async function fetched<T>(ask: () => Promise<Answer<T>>, itemsIn: (value: T) => readonly Item[]): Promise<Answer<T>> {
  const session = sessionNumber();
  for (let times = 0; times < mostTimes; times += 1) {
    const before = store.resets.value;
    const answer = await ask();
    if (session !== sessionNumber()) return { kind: 'unreachable' };
    if (answer.kind === 'ok' && before !== store.resets.value) continue;
    if (answer.kind === 'ok') keep(itemsIn(answer.value), session);
    return answer;
  }
  return { kind: 'busy', retryAfterSeconds: 2 };
}
