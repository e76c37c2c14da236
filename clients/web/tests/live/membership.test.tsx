import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/api/items.ts';
import type { Stream } from '../../src/api/release.ts';
import { loadChannel, loaded } from '../../src/state/channelItems.ts';
import { draft, forgetDrafts, lastingDraft } from '../../src/state/drafts.ts';
import type * as hubModule from '../../src/state/hub.ts';
import type { HubEvents } from '../../src/state/hub.ts';
import { openSession, signIn, signOut } from '../../src/state/session.ts';
import { store } from '../../src/state/store.ts';
import type { Subscription } from '../../src/sync/liveStreams.ts';
import { amina, group, message, plenary } from '../components/people.ts';
import { ChannelScreen } from '../../src/screens/ChannelScreen.tsx';
import { fakeServer } from '../components/server.ts';

interface FakeHub extends HubEvents {
  readonly asked: (readonly Subscription[])[];
  stopped: boolean;
}

const hubs = vi.hoisted((): FakeHub[] => []);
/** Streams that the next subscription is refused. */
const refusals = vi.hoisted((): string[] => []);
/** How many subscriptions get no answer. */
const faults = vi.hoisted(() => ({ left: 0 }));

vi.mock('../../src/state/hub.ts', async (original) => ({
  ...(await original<typeof hubModule>()),
  connect: (events: HubEvents) => {
    const hub: FakeHub = { ...events, asked: [], stopped: false };
    hubs.push(hub);
    return Promise.resolve({
      subscribe: (subscriptions: readonly Subscription[]) => {
        hub.asked.push(subscriptions);
        if (faults.left > 0) {
          faults.left -= 1;
          return Promise.reject(new Error('unavailable'));
        }
        return Promise.resolve({ refused: refusals.splice(0) });
      },
      stop: () => (hub.stopped = true),
    });
  },
}));

const jonas = { ...amina, person: { ...amina.person, id: 'jonas', displayName: 'Jonas Lind' }, audience: 'nngo' };

const stream = (channel: string, head: number): Stream => ({
  stream: `of-${channel}`,
  channel,
  scope: 'audience',
  head,
  cursor: `${channel}-${String(head)}`,
  start: `${channel}-0`,
});

const entry = (channel: string, seq: number, change: Partial<Entry>): Entry => ({
  stream: `of-${channel}`,
  seq,
  prevSeq: seq - 1,
  op: 'put',
  item: 'm1',
  at: '',
  ...change,
});

const inRoom = message({ item: 'r1', channel: 'room' });
const inPlenary = message({ item: 'p1' });

/** What the services would answer at the moment. */
let now: {
  who: typeof amina | undefined | 'nobody answers';
  streams: readonly Stream[];
  /** Entries of the plenary after the second. */
  missed: readonly Entry[];
  unusable: boolean;
};

function server() {
  return fakeServer({
    '/identity/me': () => {
      if (now.who === 'nobody answers') return 'no answer';
      return now.who === undefined ? { status: 401, body: { code: 'CG-2001' } } : { body: now.who };
    },
    '/identity/sessions': { body: {} },
    '/members': { body: { members: [] } },
    '/channels/groups': () => ({
      body: { groups: [{ ...group, channels: now.streams.map(({ channel }) => ({ ...plenary, id: channel })) }] },
    }),
    '/of-plenary/entries?after=plenary-2': () =>
      now.unusable
        ? { status: 400, body: { code: 'CG-4001' } }
        : { body: { entries: now.missed, cursor: 'plenary-3', more: false } },
    '/entries': { body: { entries: [], cursor: 'plenary-3', more: false } },
    '/release/streams': () => ({ body: { streams: now.streams } }),
    'channel=room': () => ({ body: { items: now.streams.length > 1 ? [inRoom] : [], count: 1 } }),
    'channel=plenary': { body: { items: [inPlenary], count: 1 } },
    'kind=movement': { body: { items: [], count: 0 } },
  });
}

function lastHub(): FakeHub {
  const hub = hubs.at(-1);
  if (hub === undefined) throw new Error('Nobody connected.');
  return hub;
}

/** The live connection ends, and whoever is there then has found their way back. */
async function ends(reason: string): Promise<void> {
  const before = hubs.length;
  lastHub().ended(reason);
  await vi.waitFor(() => {
    expect(hubs.length).toBeGreaterThan(before);
  });
  lastHub().connected();
  await vi.waitFor(() => {
    expect(store.link.value).toBe('online');
  });
}

beforeEach(async () => {
  now = { who: amina, streams: [stream('plenary', 2), stream('room', 2)], missed: [], unusable: false };
  server();
  await signIn('amina', 'password');
  await loadChannel('room');
  await loadChannel('plenary');
});
afterEach(async () => {
  cleanup();
  await signOut();
  forgetDrafts();
  hubs.length = 0;
  refusals.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('who is taken out of a room', () => {
  it('no longer has what the room gave, and every board asks anew', async () => {
    expect([...store.items.value.keys()]).toEqual(['r1', 'p1']);
    const { value: resets } = store.resets;
    now.streams = [stream('plenary', 2)];

    await ends('rights-changed');

    expect([...store.items.value.keys()]).toEqual(['p1']);
    expect(store.resets.value).toBeGreaterThan(resets);
    expect(
      lastHub()
        .asked.flat()
        .map((one) => one.stream),
    ).not.toContain('of-room');
  });

  it('loads it anew when they are let in again', async () => {
    now.streams = [stream('plenary', 2)];
    await ends('rights-changed');
    now.streams = [stream('plenary', 2), stream('room', 4)];
    await ends('rights-changed');

    expect(loaded.value.has('room')).toBe(false);
    await loadChannel('room');

    expect([...store.items.value.keys()]).toEqual(['p1', 'r1']);
  });

  it('sees on its page that it is gone, and everything once they are let in again', async () => {
    render(<ChannelScreen id="room" />);
    expect(screen.getByText('The road is open.')).toBeTruthy();

    now.streams = [stream('plenary', 2)];
    await ends('rights-changed');
    await vi.waitFor(() => {
      expect(screen.queryByText('The road is open.')).toBeNull();
    });
    now.streams = [stream('plenary', 2), stream('room', 4)];
    await ends('rights-changed');

    expect(await screen.findByText('The road is open.')).toBeTruthy();
  });

  it('is told what was taken back elsewhere meanwhile', async () => {
    now.streams = [stream('plenary', 3)];
    now.missed = [entry('plenary', 3, { op: 'recall', item: 'p1' })];

    await ends('rights-changed');

    await vi.waitFor(() => {
      expect(store.items.value.size).toBe(0);
    });
  });

  it('is told what had come just before', async () => {
    lastHub().entries([entry('plenary', 3, { item: 'p2', view: message({ item: 'p2' }) })]);
    now.streams = [stream('plenary', 3)];

    await ends('rights-changed');

    await vi.waitFor(() => {
      expect([...store.items.value.keys()]).toEqual(['p1', 'p2']);
    });
  });
});

describe('a live connection that the server ends', () => {
  it('is taken up where it stood', async () => {
    now.streams = [stream('plenary', 9), stream('room', 9)];
    const [first] = hubs;

    await ends('unavailable');

    expect(first?.stopped).toBe(true);
    expect(hubs).toHaveLength(2);
    expect(lastHub().asked.at(-1)).toContainEqual({ stream: 'of-plenary', cursor: 'plenary-3', seen: 2 });
  });

  it('leaves no gap when the services did not answer at first', async () => {
    now.who = 'nobody answers';
    lastHub().ended('rights-changed');
    await vi.waitFor(() => {
      expect(store.session.value.kind).toBe('unreachable');
    });
    now.who = amina;
    now.streams = [stream('plenary', 3)];
    now.missed = [entry('plenary', 3, { op: 'recall', item: 'p1' })];

    await openSession();

    await vi.waitFor(() => {
      expect(store.items.value.size).toBe(0);
    });
    expect(store.session.value.kind).toBe('signedIn');
  });

  it('is not taken up at once by all whom the server turned away, and later each time', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      vi.setSystemTime(Date.now() + 3_600_000); // whatever was before is long ago
      for (const longest of [500, 1000, 2000]) {
        const before = hubs.length;
        lastHub().ended('unavailable');
        expect(store.link.value).toBe('offline');
        await vi.advanceTimersByTimeAsync(longest / 2 - 1);
        expect(hubs).toHaveLength(before);
        await vi.advanceTimersByTimeAsync(longest / 2 + 1);
        expect(hubs).toHaveLength(before + 1);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('is given up for good when somebody signs out meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    try {
      const before = hubs.length;
      lastHub().ended('unavailable');
      now.who = undefined;
      await signOut();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(hubs).toHaveLength(before);
      expect(store.session.value.kind).toBe('signedOut');
    } finally {
      vi.useRealTimers();
    }
  });

  it('leaves nothing when the session has ended too', async () => {
    now.who = undefined;

    lastHub().ended('session-ended');

    await vi.waitFor(() => {
      expect(store.session.value).toEqual({ kind: 'signedOut', ended: true });
    });
    expect(store.items.value.size).toBe(0);
    expect(lastHub().stopped).toBe(true);
  });

  it('leaves nothing to whoever is there when the services answer again, neither items nor words', async () => {
    draft('here', '').value = 'heronbridge';
    lastingDraft('there', '').value = 'heronbridge';
    now.who = 'nobody answers';
    lastHub().ended('session-ended');
    await vi.waitFor(() => {
      expect(store.session.value.kind).toBe('unreachable');
    });
    await openSession(); // tried once more in vain
    now.who = jonas;

    await openSession();

    expect(store.session.value).toMatchObject({ me: { person: { id: 'jonas' } } });
    expect(store.items.value.size).toBe(0);
    expect(draft('here', '').value).toBe('');
    expect(lastingDraft('there', '').value).toBe('');
  });

  it('leaves their words to who wrote them', async () => {
    draft('here', '').value = 'heronbridge';
    now.who = 'nobody answers';
    lastHub().ended('rights-changed');
    await vi.waitFor(() => {
      expect(store.session.value.kind).toBe('unreachable');
    });
    now.who = amina;

    await openSession();

    expect(draft('here', '').value).toBe('heronbridge');
  });
});

describe('a place in a stream that is refused', () => {
  it('is followed from its new place', async () => {
    now.unusable = true;
    refusals.push('of-plenary');
    now.streams = [stream('plenary', 7), stream('room', 2)];

    lastHub().connected();

    await vi.waitFor(() => {
      expect(lastHub().asked.at(-1)).toContainEqual({ stream: 'of-plenary', cursor: 'plenary-7', seen: 7 });
    });
  });
});

describe('a connection on which streams cannot be followed', () => {
  it('is not said to be live, and asks again by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    faults.left = 1;
    lastHub().connected();
    await vi.waitFor(() => {
      expect(store.link.value).toBe('offline');
    });

    await vi.advanceTimersByTimeAsync(15_000);

    await vi.waitFor(() => {
      expect(store.link.value).toBe('online');
    });
    expect(lastHub().asked).toHaveLength(2);
  });
});
