import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item, KnownKind } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale, t } from '../../src/i18n/index.ts';
import { forgetGround } from '../../src/map/loadGround.ts';
import { MapBoard } from '../../src/map/MapBoard.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { forgetState } from '../../src/state/sessionState.ts';
import { store } from '../../src/state/store.ts';
import { withoutView } from '../../src/sync/itemBook.ts';
import { site } from './notices.ts';
import { drawNowhere, painted } from './paper.ts';
import { enter, incident } from './people.ts';
import { fakeServer } from './server.ts';

const ground = { type: 'FeatureCollection', attribution: 'Nobody', bbox: [37, 36, 37.4, 36.4], features: [] };
const none = { body: { items: [], count: 0 } };

function at(item: string, lat: number, lon: number, change: Partial<Item> = {}): Item {
  return incident({ item, ...change, fields: { hazard: 'ROAD_ATTACK', position: { lat, lon }, ...change.fields } });
}

/** Answers by what was asked, the way the server does: a box, or the newest page. */
function serve(replies: Parameters<typeof fakeServer>[0]) {
  return fakeServer({ '/map/ground.json': { body: ground }, ...replies, '/items': none });
}

function open(first: KnownKind | 'all' = 'incident') {
  return render(<MapBoard first={first === 'all' ? undefined : first} />);
}

const signs = () => [...document.querySelectorAll<HTMLElement>('.map-item')];
const signNamed = (words: string) => signs().find((sign) => sign.getAttribute('aria-label')?.includes(words));

beforeEach(async () => {
  await chooseLocale('en');
  forgetState(); // also where the map of another test was
  enter();
  drawNowhere();
});
afterEach(async () => {
  await painted();
  cleanup();
  vi.unstubAllGlobals();
});

describe('what a map says is there', () => {
  it('is nothing only when every kind has answered', async () => {
    let answer = (): void => undefined;
    const held = new Promise<typeof none>((resolve) => (answer = () => { resolve(none); })); // prettier-ignore
    serve({ 'kind=site': () => held });
    open('all');

    await screen.findByRole('region', { name: en['map.label'] });
    await waitFor(() => {
      expect(screen.getByText(en['channel.loading'])).toBeTruthy();
    });
    expect(screen.queryByRole('heading', { name: t('map.inView', { n: 0 }) })).toBeNull();

    answer();
    expect(await screen.findByRole('heading', { name: t('map.inView', { n: 0 }) })).toBeTruthy();
  });

  it('is all that came on several short pages', async () => {
    serve({
      'after=older': { body: { items: [at('i2', 36.3, 37.3)], count: 2 } },
      'kind=incident': { body: { items: [at('i1', 36.2, 37.2)], count: 2, next: 'older' } },
    });
    open();

    expect(await screen.findByRole('heading', { name: t('map.inView', { n: 2 }) })).toBeTruthy();
    expect(screen.queryByText(en['map.crowded'])).toBeNull();
  });

  it('is seen where somebody moved the map to while the rest was on its way', async () => {
    let answer = (): void => undefined;
    const rest = new Promise<object>((resolve) => (answer = () => { resolve({ body: { items: [at('i2', 46.3, 47.3)], count: 2 } }); })); // prettier-ignore
    serve({
      'after=older': () => rest,
      'kind=incident': { body: { items: [at('i1', 36.2, 37.2)], count: 2, next: 'older' } },
    });
    open();
    await waitFor(() => {
      expect(signs()).toHaveLength(1);
    });

    await userEvent.click(screen.getByRole('button', { name: en['map.nearer'] }));
    answer();

    expect(await screen.findByRole('heading', { name: t('map.inView', { n: 1 }) })).toBeTruthy();
  });

  it('is not nothing when one kind failed and the others came, and can be asked for again', async () => {
    let reachable = false;
    serve({ 'kind=site': () => (reachable ? none : 'no answer') });
    open('all');

    await screen.findByRole('alert');
    expect(screen.queryByRole('heading', { name: t('map.inView', { n: 0 }) })).toBeNull();

    reachable = true;
    await userEvent.click(screen.getByRole('button', { name: en['error.tryAgain'] }));
    expect(await screen.findByRole('heading', { name: t('map.inView', { n: 0 }) })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is there before the ground is, which is laid under it when it comes', async () => {
    let come = (): void => undefined;
    const late = new Promise<object>((resolve) => (come = () => { resolve({ body: ground }); })); // prettier-ignore
    forgetGround();
    serve({ '/map/ground.json': () => late });
    keep([at('i1', 36.2, 37.2)]);
    open();
    await waitFor(() => {
      expect(signs()).toHaveLength(1);
    });
    expect(screen.getByText(en['map.ground.coming'])).toBeTruthy();
    const [map] = document.querySelectorAll('.leaflet-map-pane');

    come();

    expect(await screen.findByText('Nobody')).toBeTruthy();
    expect(document.querySelector('.leaflet-map-pane')).toBe(map); // the same map, not another one
  });

  it('is asked for again after a stream was lost, and until then is not said to be nothing', async () => {
    let held: readonly Item[] = [at('i1', 36.2, 37.2)];
    let answers = true;
    serve({
      'kind=incident': () => (answers ? { body: { items: held, count: held.length } } : 'no answer'),
    });
    open();
    await screen.findByRole('heading', { name: t('map.inView', { n: 1 }) });

    answers = false;
    store.items.value = withoutView(store.items.value, 'audience', 'i1');
    store.resets.value += 1;
    await screen.findByRole('alert');
    expect(screen.queryByRole('heading', { name: t('map.inView', { n: 0 }) })).toBeNull();

    answers = true;
    held = [at('i1', 36.2, 37.2)];
    await userEvent.click(screen.getByRole('button', { name: en['error.tryAgain'] }));
    expect(await screen.findByRole('heading', { name: t('map.inView', { n: 1 }) })).toBeTruthy();
  });

  it('is more than is drawn until the whole of what is seen was answered, and a coarse place at its edge is asked for', async () => {
    const edge: Item = at('coarse', 0, 0, {
      fields: { position: { coarse: true, lat: 36.45, lon: 37.2, cellDegrees: 0.1 } },
    });
    let answer = (): void => undefined;
    const near = new Promise<object>((resolve) => (answer = () => { resolve({ body: { items: [edge], count: 1 } }); })); // prettier-ignore
    const { asked } = serve({ bbox: () => near, 'kind=incident': { body: { items: [], count: 900, next: 'older' } } });
    open();

    expect(await screen.findByText(en['map.crowded'])).toBeTruthy();
    await waitFor(() => {
      expect(asked.some(({ path }) => path.includes('bbox'))).toBe(true);
    });
    expect(screen.getByText(en['map.crowded'])).toBeTruthy();
    const [west, south, east, north] = boxIn(asked.find(({ path }) => path.includes('bbox'))?.path);
    expect([west, south]).toSatisfy(([lon, lat]: number[]) => (lon ?? 0) <= 36.9 && (lat ?? 0) <= 35.9);
    expect([east, north]).toSatisfy(([lon, lat]: number[]) => (lon ?? 0) >= 37.5 && (lat ?? 0) >= 36.5);

    answer();
    await waitFor(() => {
      expect(screen.queryByText(en['map.crowded'])).toBeNull();
    });
  });

  it('is what is held now, also when another stream counts its revisions anew', async () => {
    serve({});
    keep([at('i1', 36.2, 37.2, { releases: [], revision: 1, fields: { summary: 'x', hazard: 'A_WORD' } })]);
    open();
    await waitFor(() => {
      expect(signNamed('A_WORD')).toBeTruthy();
    });

    store.items.value = new Map([
      ['i1', { audience: at('i1', 36.2, 37.2, { revision: 1, fields: { hazard: 'B_WORD' } }) }],
    ]);
    await waitFor(() => {
      expect(signNamed('B_WORD')).toBeTruthy();
    });
    expect(signNamed('A_WORD')).toBeUndefined();
  });
});

describe('what a notification is and is not', () => {
  const law = () => screen.queryAllByText(en['movement.law']).length;

  it('is said once beside a map with notifications on it', async () => {
    const one = { ...site().fields, position: { lat: 36.1, lon: 37.1 } };
    const other = { ...site().fields, position: { lat: 36.2, lon: 37.2 } };
    serve({});
    keep([site({ fields: one }), site({ item: 'st2', fields: other })]);
    open('site');

    await waitFor(() => {
      expect(signs().length).toBe(2);
    });
    expect(law()).toBe(1);
  });

  it('is not said beside a map of something else', async () => {
    serve({});
    keep([at('in1', 36.1, 37.1)]);
    open('incident');

    await waitFor(() => {
      expect(signs().length).toBe(1);
    });
    expect(law()).toBe(0);
  });
});

describe('the signs of a map', () => {
  it('keep the focus of whoever chose one, and it is said how many were chosen', async () => {
    serve({});
    keep([at('i1', 36.2, 37.1), at('i2', 36.2, 37.3)]);
    open();
    await waitFor(() => {
      expect(signs()).toHaveLength(2);
    });
    const [sign] = signs();

    await userEvent.click(sign as HTMLElement);
    await waitFor(() => {
      expect(sign?.classList.contains('map-item-chosen')).toBe(true);
    });

    expect(document.activeElement).toBe(sign);
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain(t('map.chosen', { n: 1 }));
  });

  it('never stand for what is an exercise and what is real together, and say the highest marking', async () => {
    serve({});
    const low = { sensitivity: 'low', caveats: [], policy: 'p@1' } as const;
    keep([
      at('i1', 36.2, 37.2, { marking: low }),
      at('i2', 36.2, 37.2, { marking: { ...low, sensitivity: 'severe' } }),
      at('i3', 36.2, 37.2, { exercise: true, marking: low }),
      at('i4', 36.2, 37.2, { exercise: true, marking: low }),
    ]);
    open();
    await waitFor(() => {
      expect(signs()).toHaveLength(2);
    });

    const together = t('map.together', { n: 2 });
    expect(signs().map((sign) => sign.getAttribute('aria-label'))).toEqual([
      `${en['sensitivity.severe']}. ${together}`,
      `${en['marking.exercise']}. ${en['sensitivity.low']}. ${together}`,
    ]);
    expect(signs().map((sign) => sign.textContent)).toEqual(['2', `2${en['marking.exercise']}`]);
  });

  it('say on themselves that one is an exercise', async () => {
    serve({});
    const place = { ...site().fields, position: { lat: 36.2, lon: 37.2 } };
    keep([site({ exercise: true, fields: place })]);
    open('site');

    await waitFor(() => {
      expect(signs()[0]?.textContent).toBe(en['marking.exercise']);
    });
  });
});

function boxIn(path: string | undefined): readonly number[] {
  return (new URLSearchParams(path?.split('?')[1]).get('bbox') ?? '').split(',').map(Number);
}
