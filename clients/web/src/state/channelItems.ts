import type { Answer } from '../api/answer.ts';
import type { Entry, Item } from '../api/items.ts';
import type { Stream } from '../api/release.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { changed, scopeOf, shown, type ViewScope } from '../sync/itemBook.ts';
import { fetchItems } from './fetched.ts';
import { route } from './route.ts';
import { sessionSignal, whenForgotten } from './sessionState.ts';
import { me, store } from './store.ts';

export type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly next?: string }
  | { readonly kind: 'failed'; readonly answer: Answer<unknown> };

/** How far each channel's past is loaded. */
export const loaded = sessionSignal<ReadonlyMap<string, Loading>>(new Map());

/** Items that came live to a channel the person was not looking at, by channel. */
export const arrivals = sessionSignal<ReadonlyMap<string, ReadonlySet<string>>>(new Map());

/** Rises when a movement or a site comes live, changes or is taken back. */
export const notified = sessionSignal(0);

const pageSize = 50;
const recalled = new Set<string>();
whenForgotten(() => {
  recalled.clear();
});

/** Loads the newest page of a channel, or the page before the oldest loaded one. */
export async function loadChannel(channel: string): Promise<void> {
  const state = loaded.value.get(channel);
  if (state?.kind === 'loading' || (state?.kind === 'ready' && state.next === undefined)) return;
  const after = state?.kind === 'ready' ? state.next : undefined;
  set(channel, { kind: 'loading' });
  const asked = sessionNumber();
  const answer = await fetchItems({ channel, limit: pageSize, ...(after === undefined ? {} : { after }) });
  if (asked !== sessionNumber()) return;
  if (answer.kind !== 'ok') {
    set(channel, { kind: 'failed', answer });
    return;
  }
  set(channel, answer.value.next ? { kind: 'ready', next: answer.value.next } : { kind: 'ready' });
}

export async function reloadChannel(channel: string): Promise<void> {
  if (!loaded.value.has(channel)) return;
  forgetChannel(channel);
  await loadChannel(channel);
}

/** Whoever is let into the channel again loads its past anew. */
export function forgetChannel(channel: string): void {
  const rest = new Map(loaded.value);
  rest.delete(channel);
  loaded.value = rest;
}

/** Puts views that the given session asked for into the book, except those recalled while the answer was on its way. Only `fetched` does this. */
export function keep(views: readonly Item[], asked: number = sessionNumber()): void {
  if (asked !== sessionNumber()) return;
  const known = views
    .map((view) => ({ kind: 'put', scope: scopeOf(view), view }) as const)
    .filter(({ scope, view }) => !recalled.has(`${scope} ${view.item}`));
  store.items.value = changed(store.items.value, known);
}

export function rememberRecalls(scope: ViewScope, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (entry.op === 'recall') recalled.add(`${scope} ${entry.item}`);
    else recalled.delete(`${scope} ${entry.item}`);
  }
}

export function noteArrivals(stream: Stream, entries: readonly Entry[]): void {
  if (entries.some(isOfNotification)) notified.value += 1;
  const here = route.value;
  if (here.name === 'channel' && here.channel === stream.channel) return;
  const fresh = new Set(arrivals.value.get(stream.channel));
  for (const entry of entries) {
    if (entry.op === 'recall') fresh.delete(entry.item);
    else if (entry.op === 'put' && stream.scope === 'audience' && !isOwn(entry.item)) fresh.add(entry.item);
  }
  arrivals.value = new Map(arrivals.value).set(stream.channel, fresh);
}

export function clearArrivals(channel: string): void {
  if (!arrivals.value.get(channel)?.size) return;
  arrivals.value = new Map(arrivals.value).set(channel, new Set());
}

function isOfNotification({ op, item, view }: Entry): boolean {
  if (op === 'recall') return true; // of what, is not known when it was not held
  const kind = (view ?? shown(store.items.value.get(item)))?.kind;
  return kind === 'movement' || kind === 'site';
}

function isOwn(item: string): boolean {
  return store.items.value.get(item)?.organisation !== undefined;
}

/** The items of a channel as shown, oldest first. */
export function itemsOf(channel: string): readonly Item[] {
  return [...store.items.value.values()]
    .map(shown)
    .filter((view): view is Item => view?.channel === channel)
    .sort((a, b) => a.releasedAt.localeCompare(b.releasedAt) || a.item.localeCompare(b.item));
}

export function isOwnOrganisation(view: Item): boolean {
  return me.value !== undefined && scopeOf(view) === 'organisation';
}

function set(channel: string, state: Loading): void {
  loaded.value = new Map(loaded.value).set(channel, state);
}
