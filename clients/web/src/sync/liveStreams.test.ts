import { describe, expect, it } from 'vitest';
import type { Entry } from '../api/items.ts';
import type { Stream } from '../api/release.ts';
import { LiveStreams, type LivePorts } from './liveStreams.ts';

const stream: Stream = { stream: 's', channel: 'c', scope: 'audience', head: 2, cursor: '2', start: '0' };
const entry = (seq: number): Entry => ({
  stream: 's',
  seq,
  prevSeq: seq - 1,
  op: 'put',
  item: `i${String(seq)}`,
  at: '',
});

/** A server with one stream whose cursors are plain numbers. */
class FakeServer implements LivePorts {
  head = 2;
  listed: readonly Stream[] = [stream];
  refuse: string | undefined;
  fetches = 0;
  applied: number[] = [];
  lost: boolean[] = [];
  timesOpened = 0;

  streams() {
    return Promise.resolve({ kind: 'ok', value: { streams: this.listed } } as const);
  }

  entries(_: string, after: string) {
    this.fetches += 1;
    if (this.refuse !== undefined) {
      const problem = { status: 400, code: this.refuse, title: '', detail: '', errors: {} };
      return Promise.resolve({ kind: 'refused', problem } as const);
    }
    const from = Number(after);
    const to = Math.min(from + 2, this.head);
    const entries = Array.from({ length: Math.max(0, to - from) }, (_, index) => entry(from + index + 1));
    return Promise.resolve({ kind: 'ok', value: { entries, cursor: String(to), more: to < this.head } } as const);
  }

  apply(_: Stream, entries: readonly Entry[]) {
    this.applied.push(...entries.map((e) => e.seq));
  }

  dropped(_: Stream, lost: boolean) {
    this.lost.push(lost);
  }

  opened() {
    this.timesOpened += 1;
  }
}

async function listening(server: FakeServer): Promise<LiveStreams> {
  const live = new LiveStreams(server);
  await live.list();
  return live;
}

describe('LiveStreams', () => {
  it('says that a stream came which was not there at first, and that one has a new place', async () => {
    const server = new FakeServer();
    const live = await listening(server);
    await live.list();
    expect(server.timesOpened).toBe(0);

    server.listed = [stream, { ...stream, stream: 's2' }];
    await live.list();
    expect(server.timesOpened).toBe(1);

    server.refuse = 'CG-4001';
    await live.poll();
    expect(server.timesOpened).toBeGreaterThan(1);
  });

  it('applies live frames that follow without asking again', async () => {
    const server = new FakeServer();
    const live = await listening(server);

    await live.receive([entry(3), entry(4)]);
    await live.receive([entry(4)]);

    expect(server.applied).toEqual([3, 4]);
    expect(server.fetches).toBe(0);
  });

  it('fetches what a gap left out, once and in order', async () => {
    const server = new FakeServer();
    const live = await listening(server);
    server.head = 7;

    await live.receive([entry(7)]);

    expect(server.applied).toEqual([3, 4, 5, 6, 7]);
  });

  it('fetches when a beacon is ahead', async () => {
    const server = new FakeServer();
    const live = await listening(server);
    server.head = 3;

    await live.beacon([{ stream: 's', head: 3, cursor: '3' }]);

    expect(server.applied).toEqual([3]);
  });

  it('takes the fresh cursor of a beacon it has reached', async () => {
    const live = await listening(new FakeServer());

    await live.receive([entry(3)]);
    await live.beacon([{ stream: 's', head: 3, cursor: '3' }]);

    expect(live.subscriptions()).toEqual([{ stream: 's', cursor: '3', seen: 3 }]);
  });

  it('resumes with what it has seen', async () => {
    const live = await listening(new FakeServer());

    await live.receive([entry(3)]);

    expect(live.subscriptions()).toEqual([{ stream: 's', cursor: '2', seen: 3 }]);
  });

  it('lets go of a stream that is no longer listed', async () => {
    const server = new FakeServer();
    const live = await listening(server);
    server.listed = [];

    await live.list();

    expect(server.lost).toEqual([false]);
    expect(live.subscriptions()).toEqual([]);
  });

  it('starts anew when its cursor is not usable', async () => {
    const server = new FakeServer();
    const live = await listening(server);
    server.refuse = 'CG-4001';

    await live.beacon([{ stream: 's', head: 5, cursor: '5' }]);

    expect(server.lost).toEqual([true]);
    expect(live.subscriptions()).toHaveLength(1);
  });
});
