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

const mostOnPage = 200;
const mostTimes = 3;
/** Milliseconds before a page that broke off is asked for again, when those before it came; longer each time. */
const pause = 1_500;

/**
 * Pages, put into the book one by one, until so many items are here, none is left or one cannot be had: a page is no longer than a slow line carries in a
 * while, however many are asked for. Stops when nobody wants them any more.
 */
export async function fetchMany(
  filter: ItemFilter,
  enough = mostOnPage,
  wanted: () => boolean = () => true,
): Promise<Answer<ItemPage>> {
  const items: Item[] = [];
  let after = filter.after;
  let again = 0;
  const session = sessionNumber();
  for (;;) {
    const page = await fetchItems({
      ...filter,
      limit: Math.min(mostOnPage, enough - items.length),
      ...(after === undefined ? {} : { after }),
    });
    if (page.kind === 'ok') {
      again = 0;
      items.push(...page.value.items);
      after = page.value.next ?? undefined;
      if (after === undefined || items.length >= enough || page.value.items.length === 0 || !wanted())
        return { ...page, value: { ...page.value, items } };
    } else if (
      session !== sessionNumber() ||
      page.kind === 'refused' ||
      items.length === 0 ||
      !wanted() ||
      (again += 1) > mostTimes
    )
      return page;
    else await new Promise((resolve) => setTimeout(resolve, again * pause));
  }
}

/** One item, put into the book. */
export function fetchItem(id: string): Promise<Answer<Item>> {
  return fetched(
    () => release.item(id),
    (item) => [item],
  );
}

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
