import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchItems, fetchMany } from '../../src/state/fetched.ts';
import { enter, message } from './people.ts';
import { fakeServer } from './server.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('an answer that broke off on its way', () => {
  it.each(['{"items":[{"item":"m1"', ''])('is none: %j', async (text) => {
    enter();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(text));
      },
      pull(controller) {
        controller.error(new TypeError('network'));
      },
    });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status: 200 })));

    expect(await fetchItems({ limit: 1 })).toEqual({ kind: 'unreachable' });
  });

  it('is asked for again, and what came before it is not', async () => {
    vi.useFakeTimers();
    enter();
    let times = 0;
    const { asked } = fakeServer({
      'after=second': () => ((times += 1) < 3 ? 'no answer' : { body: { items: [message({ item: 'm2' })], count: 2 } }),
      '/items?': { body: { items: [message({ item: 'm1' })], count: 2, next: 'second' } },
    });

    const asking = fetchMany({});
    await vi.advanceTimersByTimeAsync(10_000);
    const found = await asking;

    expect(found.kind === 'ok' && found.value.items.map(({ item }) => item)).toEqual(['m1', 'm2']);
    expect(asked.filter(({ path }) => !path.includes('after='))).toHaveLength(1);
  });

  it('is asked for no more when nobody wants the rest', async () => {
    enter();
    const { asked } = fakeServer({ '/items?': { body: { items: [message()], count: 9, next: 'more' } } });

    await fetchMany({}, 9, () => false);

    expect(asked).toHaveLength(1);
  });
});
