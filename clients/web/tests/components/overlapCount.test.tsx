import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/api/items.ts';
import { nextSession } from '../../src/api/sessionNumber.ts';
import { Navigation } from '../../src/components/Navigation.tsx';
import { Overlaps } from '../../src/concerns/Overlaps.tsx';
import { t } from '../../src/i18n/index.ts';
import { noteArrivals } from '../../src/state/channelItems.ts';
import { isOpen, loadOverlaps, overlapping } from '../../src/concerns/overlapping.ts';
import { forgetState } from '../../src/state/sessionState.ts';
import { store, type Link } from '../../src/state/store.ts';
import { enter, message, movement } from './people.ts';
import { fakeServer } from './server.ts';
import { site } from './notices.ts';

const force = { side: 'security', audience: 'military:northern-force' } as const;
const stream = { stream: 's1', channel: 'plenary', scope: 'audience', head: 1, cursor: 'c', start: 's' } as const;
const overlap = (item: string, concern: string) => ({ item, reference: item, concern, note: 'Ridge', from: '2026-12-01T06:00:00Z', until: '2026-12-02T06:00:00Z' }); // prettier-ignore
const found = (...overlaps: readonly object[]) => ({
  body: { overlaps, unreckoned: [], unnamed: false, complete: true },
});
const put = (view: Entry['view']): Entry => ({ stream: 's1', seq: 1, prevSeq: 0, op: 'put', item: view?.item ?? '', at: '', view: view ?? null }); // prettier-ignore

/** How often a server of these answers was asked for overlaps. */
function serve(answer: Parameters<typeof fakeServer>[0][string] = found()) {
  const { asked } = fakeServer({ '/overlaps': answer });
  return () => asked.filter(({ path }) => path.endsWith('/overlaps')).length;
}

/** Somebody of the force, after the question of the sign-in was answered. */
async function signedIn() {
  render(<Navigation />);
  await waitFor(() => {
    expect(isOpen.value).toBe(false);
  });
}

/** The link becomes another. */
function turn(link: Link) {
  return act(() => {
    store.link.value = link;
  });
}

/** They come live one after the other, and twenty seconds go by. */
async function arrive(...views: readonly NonNullable<Entry['view']>[]) {
  vi.useFakeTimers();
  for (const view of views) await act(() => { noteArrivals(stream, [put(view)]); }); // prettier-ignore
  await vi.advanceTimersByTimeAsync(20_000);
}

beforeEach(() => {
  forgetState();
  enter(force);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('how many come into a concern of the own force', () => {
  it('stands at the movements, each once and with those that could not be compared', async () => {
    fakeServer({
      '/overlaps': {
        body: {
          overlaps: [overlap('mv1', 'c1'), overlap('mv1', 'c2'), overlap('st1', 'c1')],
          unreckoned: [{ item: 'mv2', reference: 'HNM-2' }],
          complete: false,
        },
      },
    });

    render(<Navigation />);
    await loadOverlaps();

    expect(await screen.findByText(t('nav.overlaps', { n: 3 }))).toBeTruthy();
    expect(screen.getByText('∩ 3')).toBeTruthy();
  });

  it('is asked for once at sign-in, whatever the link does after it was answered', async () => {
    const times = serve();
    render(<Navigation />);
    await waitFor(() => {
      expect(isOpen.value).toBe(false);
    });

    for (const link of ['online', 'offline', 'online'] as const) await turn(link);

    expect(times()).toBe(1);
  });

  it('is asked for again when the link changes and nothing had been answered', async () => {
    let reachable = false;
    const times = serve(() => (reachable ? found(overlap('mv1', 'c1')) : 'no answer'));
    store.link.value = 'connecting';
    render(<Navigation />);
    await waitFor(() => {
      expect(times()).toBe(1);
    });

    reachable = true;
    await turn('online');

    expect(await screen.findByText(t('nav.overlaps', { n: 1 }))).toBeTruthy();
  });

  it('is asked for once for all movements and sites that arrive, and not for anything else', async () => {
    const times = serve();
    await signedIn();

    await arrive(message());
    expect(times()).toBe(1);

    await arrive(movement(), site(), movement({ item: 'mv2' }));
    expect(times()).toBe(2);
  });

  it('is asked for once more when something arrives before there is an answer', async () => {
    const answers: (() => void)[] = [];
    const times = serve(() => new Promise((resolve) => answers.push(() => { resolve(found()); }))); // prettier-ignore
    const first = loadOverlaps();
    await waitFor(() => {
      expect(answers).toHaveLength(1);
    });

    void loadOverlaps();
    answers[0]?.();
    await waitFor(() => {
      expect(answers).toHaveLength(2);
    });
    answers[1]?.();
    await first;

    expect(times()).toBe(2);
  });

  it('is asked for again when something is taken back, held or not', async () => {
    const times = serve();
    await signedIn();
    vi.useFakeTimers();

    await act(() => { noteArrivals(stream, [{ ...put(movement()), op: 'recall', view: null }]); }); // prettier-ignore
    await vi.advanceTimersByTimeAsync(20_000);

    expect(times()).toBe(2);
  });

  it('waits longer over a slow link', async () => {
    const times = serve();
    await signedIn();
    store.slow.value = true;

    await arrive(movement());
    expect(times()).toBe(1);
    await vi.advanceTimersByTimeAsync(80_000);
    store.slow.value = false;

    expect(times()).toBe(2);
  });

  it('follows what the board of the force finds', async () => {
    serve(found(overlap('mv1', 'c1')));

    render(<Overlaps />);

    await waitFor(() => {
      expect(overlapping.value).toBe(1);
    });
  });
});

describe('what others are asked and shown', () => {
  it.each([{}, { side: 'political', audience: 'donor' }] as const)('is nothing', async (who) => {
    enter(who);
    const times = serve(found(overlap('mv1', 'c1')));

    render(<Navigation />);
    await arrive(movement());

    expect(times()).toBe(0);
    expect(screen.queryByText('∩ 1')).toBeNull();
  });

  it('is nothing of what was asked for in a session before', async () => {
    let answer = (): void => undefined;
    serve(() => new Promise((resolve) => (answer = () => { resolve(found(overlap('mv1', 'c1'))); }))); // prettier-ignore
    const asked = loadOverlaps();
    await Promise.resolve();

    nextSession();
    forgetState();
    answer();
    await asked;

    expect(overlapping.value).toBe(0);
  });
});
