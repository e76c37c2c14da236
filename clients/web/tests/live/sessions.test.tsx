import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytes } from '../../src/api/http.ts';
import type { LeafletMap } from '../../src/map/leaflet.ts';
import { aboutToReport } from '../../src/evidence/aboutToReport.ts';
import { run } from '../../src/state/commands.ts';
import { draft, forgetDrafts, lastingDraft, openDrafts } from '../../src/state/drafts.ts';
import { fetchItem } from '../../src/state/fetched.ts';
import { arrivals, loadChannel, loaded } from '../../src/state/channelItems.ts';
import { loadUrgent } from '../../src/state/movements.ts';
import { loadGroups, openSession, signIn, signOut } from '../../src/state/session.ts';
import { store } from '../../src/state/store.ts';
import type { Vault } from '../../src/state/vault.ts';
import { amina, message, movement, plenary } from '../components/people.ts';
import { drawNowhere, painted } from '../components/paper.ts';
import { fakeServer } from '../components/server.ts';

vi.mock('../../src/state/hub.ts', () => ({
  connect: () => Promise.resolve({ subscribe: () => Promise.resolve({ refused: [] }), stop: () => undefined }),
}));

const other = { ...amina, person: { ...amina.person, id: 'jonas', displayName: 'Jonas Lind' }, audience: 'nngo' };

/** An answer that comes when the test says so. */
function late() {
  let come = (): void => undefined;
  const answered = new Promise<void>((resolve) => (come = resolve));
  return { come, then: <T,>(reply: T) => answered.then(() => reply) };
}

let who = amina;
/** What every session asks for; whoever is at the door is signed in. */
const everybody = {
  '/identity/me': () => ({ body: who }),
  '/identity/sessions': { body: {} },
  '/channels/groups': { body: { groups: [] } },
  '/release/streams': { body: { streams: [] } },
};

async function enter(person: typeof amina): Promise<void> {
  who = person;
  await signIn(person.person.account, 'password');
}

/** Amina leaves, and Jonas comes to the same page. */
async function change(): Promise<void> {
  await signOut();
  await enter(other);
}

beforeEach(() => {
  who = amina;
});
afterEach(async () => {
  await signOut();
  forgetDrafts();
  vi.unstubAllGlobals();
});

describe('what is still under way when somebody signs out', () => {
  it('is not shown to whoever signs in next: a page of movements', async () => {
    const page = late();
    let first = true;
    const { asked } = fakeServer({
      ...everybody,
      'kind=movement': () => {
        if (!first) return { body: { items: [], count: 0 } };
        first = false;
        return page.then({ body: { items: [movement()], count: 1, next: 'more' } });
      },
    });
    store.session.value = { kind: 'signedIn', me: amina };
    const loading = loadUrgent();

    await change();
    page.come();
    await loading;

    expect(store.session.value).toMatchObject({ me: { person: { id: 'jonas' } } });
    expect(store.items.value.size).toBe(0);
    expect(asked.some(({ path }) => path.includes('after=more'))).toBe(false);
  });

  it('is not shown to whoever signs in next: an item, a room and the groups', async () => {
    const answers = late();
    let before = true;
    fakeServer({
      ...everybody,
      'kind=movement': { body: { items: [], count: 0 } },
      '/items/m1': () => answers.then({ body: message() }),
      'channel=plenary': () => answers.then({ body: { items: [message()], count: 1 } }),
      '/channels/groups': () =>
        before ? answers.then({ body: { groups: [{ id: 'g', channels: [plenary] }] } }) : { body: { groups: [] } },
    });
    store.session.value = { kind: 'signedIn', me: amina };
    const asked = [fetchItem('m1'), loadChannel('plenary'), loadGroups()];
    before = false;

    await change();
    answers.come();
    await Promise.all(asked);

    expect(store.items.value.size).toBe(0);
    expect(loaded.value.size).toBe(0);
    expect(store.groups.value).toEqual([]);
  });

  it('is not saved for whoever signs in next: the bytes of a file', async () => {
    const file = late();
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [] } }, '/record': () => file.then({ body: {} }) });
    store.session.value = { kind: 'signedIn', me: amina };
    const fetching = bytes('/api/release/items/m1/record');

    await change();
    file.come();

    expect(await fetching).toBeUndefined();
  });

  it('is not said in the name of whoever signs in next: a command that waits to be tried again', async () => {
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [] } } });
    store.session.value = { kind: 'signedIn', me: amina };
    const pause = late();
    const attempt = vi.fn(() => Promise.resolve({ kind: 'unreachable' } as const));
    const sending = run(attempt, () => pause.then(undefined));

    await change();
    pause.come();
    await sending;

    expect(attempt).toHaveBeenCalledOnce();
    expect(store.sending.value).toEqual({ done: 0, total: 0, waiting: 0 });
  });

  it('is not found by whoever signs in next: words that the browser was slow to give', async () => {
    const storage = late();
    const words = JSON.stringify({ person: 'amina', places: { here: { at: Date.now(), value: 'heronbridge' } } });
    const slow: Vault = { read: () => storage.then(words), write: () => Promise.resolve(), empty: () => undefined };
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [] } } });
    store.session.value = { kind: 'signedIn', me: amina };
    const opening = openDrafts('amina', slow);

    await change();
    storage.come();
    await opening;

    expect(lastingDraft('here', '').value).toBe('');
  });

  it('does not sign out whoever signed in next', async () => {
    const refusal = late();
    fakeServer({
      ...everybody,
      'kind=movement': { body: { items: [] } },
      '/items/m1': () => refusal.then({ status: 401, body: { code: 'CG-2001' } }),
    });
    store.session.value = { kind: 'signedIn', me: amina };
    const asked = fetchItem('m1');

    await change();
    refusal.come();
    await asked;

    expect(store.session.value.kind).toBe('signedIn');
  });
});

describe('a session', () => {
  it('begins with the movements that are urgent, and asks for no other until somebody looks at them', async () => {
    const { asked } = fakeServer({
      ...everybody,
      'after=more': { body: { items: [movement({ item: 'mv2' })], count: 2 } },
      'kind=movement': { body: { items: [movement()], count: 2, next: 'more' } },
    });

    await enter(amina);

    expect([...store.items.value.keys()]).toEqual(['mv1', 'mv2']);
    const lists = asked.filter(({ path }) => path.includes('/release/items?'));
    expect(lists).toHaveLength(2);
    expect(lists.every(({ path }) => path.includes('urgent=true'))).toBe(true);
  });

  it('begins with nothing of whoever was here, also when they never signed out of this page', async () => {
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [movement()], count: 1 } } });
    await enter(amina);
    expect(store.items.value.size).toBe(1);
    draft('here', '').value = 'heronbridge';

    who = other;
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [], count: 0 } } });
    await openSession();

    expect(store.items.value.size).toBe(0);
    expect(draft('here', '').value).toBe('');
  });

  it('asks again for what is urgent until there is an answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let away = true;
    const { asked } = fakeServer({
      ...everybody,
      'kind=movement': () =>
        away ? { status: 503, body: { code: 'CG-1008' } } : { body: { items: [movement()], count: 1 } },
    });
    await enter(amina);
    expect(store.items.value.size).toBe(0);

    away = false;
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();

    expect([...store.items.value.keys()]).toEqual(['mv1']);
    expect(asked.filter(({ path }) => path.includes('urgent=true'))).toHaveLength(2);
  });

  it('goes on with everything when it is opened once more', async () => {
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [movement()], count: 1 } } });
    await enter(amina);
    draft('here', '').value = 'heronbridge';

    await openSession();

    expect(store.items.value.size).toBe(1);
    expect(draft('here', '').value).toBe('heronbridge');
  });

  it('leaves nothing in any module when it ends', async () => {
    const { boxSeen, openMap } = await import('../../src/map/openMap.ts');
    drawNowhere();
    fakeServer({ ...everybody, 'kind=movement': { body: { items: [] } } });
    await enter(amina);
    aboutToReport.value = 'mv1';
    arrivals.value = new Map([['plenary', new Set(['m1'])]]);
    const begun = opened(openMap);
    const first = boxSeen(begun);
    begun.setView([36.1, 37.2], 13, { animate: false });
    await painted();
    begun.remove();

    await change();

    expect(aboutToReport.value).toBeUndefined();
    expect(arrivals.value.size).toBe(0);
    const again = opened(openMap);
    expect(boxSeen(again)).toEqual(first);
    await painted();
    again.remove();
  });
});

/** A map as it opens for somebody who chose no place. */
function opened(openMap: (element: HTMLElement, first: undefined) => LeafletMap) {
  const element = document.createElement('div');
  document.body.append(element);
  return openMap(element, undefined);
}
