import type { Entry } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Stream } from '../api/release.ts';
import { withoutView, withView } from '../sync/itemBook.ts';
import { LiveStreams } from '../sync/liveStreams.ts';
import { reloadChannel, noteArrivals, rememberRecalls } from './channelItems.ts';
import { connect, type Hub } from './hub.ts';
import { loadReviews } from './reviews.ts';
import { loadGroups, openSession } from './session.ts';
import { store } from './store.ts';

let live: LiveStreams | undefined;
let hub: Hub | undefined;

/** Lists the streams and keeps a live connection until stopped. */
export async function startLive(): Promise<void> {
  stopLive();
  const mine = new LiveStreams({ streams: release.streams, entries: release.entries, apply, dropped });
  live = mine;
  await mine.list();
  hub = await connect({
    entries: (entries) => void mine.receive(entries),
    beacon: (heads) => void mine.beacon(heads),
    connected: () => void catchUp(mine),
    disconnected: () => (store.link.value = 'offline'),
    ended: () => {
      stopLive();
      void openSession();
    },
  });
  if (live !== mine) hub.stop(); // signed out while connecting
}

export function stopLive(): void {
  live = undefined;
  hub?.stop();
  hub = undefined;
  store.link.value = 'connecting';
}

/** After every (re)connection: channels may have opened or closed meanwhile, and frames may have been missed. */
async function catchUp(streams: LiveStreams): Promise<void> {
  await loadGroups();
  await streams.list();
  await subscribe(streams);
}

async function subscribe(streams: LiveStreams): Promise<void> {
  if (hub === undefined) return;
  try {
    const result = await hub.subscribe(streams.subscriptions());
    if (result.refused.length > 0) {
      await streams.list();
      await streams.poll();
    }
    store.link.value = 'online';
  } catch {
    store.link.value = 'offline';
  }
}

function apply(stream: Stream, entries: readonly Entry[]): void {
  if (stream.scope === 'review') {
    void loadReviews();
    return;
  }
  let book = store.items.value;
  for (const entry of entries) {
    switch (entry.op) {
      case 'put':
      case 'replace':
        if (entry.view) book = withView(book, stream.scope, entry.view);
        break;
      case 'recall':
        book = withoutView(book, stream.scope, entry.item);
        break;
    }
  }
  rememberRecalls(stream.scope, entries);
  store.items.value = book;
  noteArrivals(stream, entries);
}

function dropped(stream: Stream, lost: boolean): void {
  if (stream.scope === 'review') return;
  let book = store.items.value;
  for (const [id, held] of book) {
    if (held[stream.scope]?.channel === stream.channel) book = withoutView(book, stream.scope, id);
  }
  store.items.value = book;
  if (lost) void reloadChannel(stream.channel);
}
