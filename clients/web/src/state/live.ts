import { batch } from '@preact/signals';
import type { Entry } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { Stream } from '../api/release.ts';
import { changed, type Change } from '../sync/itemBook.ts';
import { LiveStreams } from '../sync/liveStreams.ts';
import { forgetChannel, reloadChannel, noteArrivals, rememberRecalls } from './channelItems.ts';
import { connect, reconnectDelay, type Hub } from './hub.ts';
import { loadUrgent } from './movements.ts';
import { loadReviews } from './reviews.ts';
import { loadGroups, openSession } from './session.ts';
import { store } from './store.ts';

let live: LiveStreams | undefined;
let hub: Hub | undefined;
/** Rises with every connection, so that what an older one still says of itself is not heard. */
let connection = 0;
/** Milliseconds, and half more or less, so that not everybody asks at once. */
const askAgainAfter = 10_000;
let later: ReturnType<typeof setTimeout> | undefined;
/** How often in a row the server could not serve; who was served for a minute counts anew. */
const unserved = { times: 0, at: 0 };
const servedAfter = 60_000;
const cannotServe: readonly string[] = ['unavailable', 'too-many-connections'];

/**
 * Lists the streams and keeps a live connection until stopped. Who reads already goes on from the same places, so that what came meanwhile is fetched and
 * what was taken away is let go. INVARIANT: the places are as old as what is held, and go only with it: see `stopLive`.
 */
export async function startLive(): Promise<void> {
  disconnect();
  const resumes = live !== undefined;
  const mine = (live ??= ownStreams());
  const turn = connection;
  const isMine = () => live === mine && turn === connection;
  await mine.list();
  if (!isMine()) return;
  if (resumes) void mine.poll(); // nobody waits for the connection to learn of a recall
  const connected = await connect({
    entries: (entries) => void mine.receive(entries),
    beacon: (heads) => void mine.beacon(heads),
    connected: () => {
      if (isMine()) void catchUp(mine);
    },
    disconnected: () => {
      if (isMine()) store.link.value = 'offline';
    },
    ended: (reason) => {
      if (!isMine()) return;
      disconnect();
      if (cannotServe.includes(reason)) comeBackLater();
      else void openSession();
    },
  });
  if (isMine()) hub = connected;
  else connected.stop(); // signed out while connecting
}

// A server that cannot serve is not asked at once by everybody whom it turned away, and less often each time.
function comeBackLater(): void {
  const now = Date.now();
  unserved.times = now - unserved.at > servedAfter ? 0 : unserved.times + 1;
  unserved.at = now;
  store.link.value = 'offline';
  later = setTimeout(() => void openSession(), reconnectDelay(unserved.times));
}

function ownStreams(): LiveStreams {
  const mine = new LiveStreams({
    streams: release.streams,
    entries: release.entries,
    apply: (stream, entries) => {
      if (live === mine) apply(stream, entries);
    },
    dropped: (stream, lost) => {
      if (live === mine) dropped(stream, lost);
    },
    opened: () => {
      if (live === mine) void loadUrgent(); // what is overdue is counted whatever is on screen
    },
  });
  return mine;
}

/** Together with forgetting what is held: whoever reads next begins anew. */
export function stopLive(): void {
  live = undefined;
  pending.length = 0; // what came for one person is never shown to the next
  Object.assign(unserved, { times: 0, at: 0 });
  disconnect();
}

function disconnect(): void {
  connection += 1;
  clearTimeout(later);
  hub?.stop();
  hub = undefined;
  store.link.value = 'connecting';
}

/** After every (re)connection: channels may have opened or closed meanwhile, and frames may have been missed. */
async function catchUp(streams: LiveStreams): Promise<void> {
  await loadGroups();
  if (live !== streams) return;
  await streams.list();
  await subscribe(streams);
}

/** Says that everything comes live only when every stream is followed. */
async function subscribe(streams: LiveStreams, again = true): Promise<void> {
  if (hub === undefined || live !== streams) return;
  const turn = connection;
  let refused: readonly string[] | undefined;
  try {
    ({ refused } = await hub.subscribe(streams.subscriptions()));
  } catch {
    // Asked again below.
  }
  if (live !== streams || turn !== connection) return;
  if (refused?.length === 0) {
    store.link.value = 'online';
    return;
  }
  if (refused !== undefined && again) {
    await streams.list();
    await streams.poll();
    await subscribe(streams, false); // a stream that lost its place has a new one, which nobody follows yet
    return;
  }
  store.link.value = 'offline';
  clearTimeout(later);
  later = setTimeout(() => void catchUp(streams), askAgainAfter * (0.5 + Math.random()));
}

/** Views change on screen at most this often: an import brings hundreds of frames a second. */
const flushEvery = 50;
const pending: Change[] = [];

function apply(stream: Stream, entries: readonly Entry[]): void {
  const { scope } = stream;
  if (scope === 'review') {
    void loadReviews();
    return;
  }
  rememberRecalls(scope, entries);
  if (pending.length === 0) setTimeout(flush, flushEvery);
  for (const entry of entries) {
    switch (entry.op) {
      case 'put':
      case 'replace':
        if (entry.view) pending.push({ kind: 'put', scope, view: entry.view });
        break;
      case 'recall':
        pending.push({ kind: 'recall', scope, item: entry.item });
        break;
    }
  }
  noteArrivals(stream, entries);
}

function flush(): void {
  const changes = pending.splice(0);
  if (live === undefined) return; // signed out meanwhile: what came is nobody's
  batch(() => {
    store.items.value = changed(store.items.value, changes);
    store.changes.value += changes.length;
  });
}

function dropped(stream: Stream, lost: boolean): void {
  const { scope } = stream;
  if (scope === 'review') return;
  flush();
  const gone = [...store.items.value].filter(([, held]) => held[scope]?.channel === stream.channel);
  store.items.value = changed(
    store.items.value,
    gone.map(([item]) => ({ kind: 'recall', scope, item })),
  );
  store.resets.value += 1;
  if (lost) void reloadChannel(stream.channel);
  else forgetChannel(stream.channel);
}
