import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Concerns } from '../../src/concerns/Concerns.tsx';
import { Overlaps } from '../../src/concerns/Overlaps.tsx';
import { en } from '../../src/i18n/en.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { MovementsScreen } from '../../src/screens/MovementsScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { store } from '../../src/state/store.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

const force = { side: 'security', audience: 'military:northern-force' } as const;
const overlap = {
  item: 'mv1',
  reference: 'HNM-1111-2222',
  concern: 'c1',
  note: 'Work on the bridge.',
  from: '2026-12-01T06:00:00Z',
  until: '2026-12-02T06:00:00Z',
};
const overlaps = { body: { overlaps: [overlap], unreckoned: [], unnamed: false, complete: true } };
const left = (unnamed: boolean) => ({
  body: {
    overlaps: [],
    unreckoned: [{ item: 'mv1', reference: 'HNM-1111-2222', kind: 'movement' }],
    unnamed,
    complete: false,
  },
});

beforeEach(() => {
  enter(force);
  store.groups.value = store.groups.value.map((group) => ({ ...group, channels: [room] }));
});
afterEach(cleanup);

const held = () => movement({ channel: 'room' });

describe('what comes into a concern of a force', () => {
  it('stands on its board and on the notification, with the invitation to write an advisory', async () => {
    fakeServer({ '/overlaps': overlaps, '/items?': { body: { items: [held()], count: 1 } } });
    keep([held()]);

    render(<MovementsScreen />);
    expect(await screen.findByText('Work on the bridge.')).toBeTruthy();
    expect(screen.getByText(en['overlap.what'])).toBeTruthy();
    const overlapping = within(screen.getByRole('region', { name: en['overlap.title'] }));
    expect(overlapping.getAllByText(en['movement.law'])).toHaveLength(1);
    expect(screen.getByRole('link', { name: en['advisory.write'] }).getAttribute('href')).toBe(
      '#/channels/room/advise',
    );
    cleanup();

    render(<ItemScreen id="mv1" />);
    expect(await screen.findByText('Work on the bridge.')).toBeTruthy();
  });

  it('is asked for again when another notification arrives, and not for every receipt', async () => {
    const { asked } = fakeServer({ '/overlaps': overlaps, '/items?': { body: { items: [held()], count: 1 } } });
    const times = () => asked.filter((each) => each.path.endsWith('/overlaps')).length;
    vi.useFakeTimers({ shouldAdvanceTime: true });
    keep([held()]);
    render(<MovementsScreen />);
    await screen.findByText('Work on the bridge.');

    keep([{ ...held(), revision: 2 }]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(times()).toBe(1);

    keep([{ ...held(), item: 'mv2' }]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(times()).toBe(2);
    vi.useRealTimers();
  });

  it('is not said of a notification that comes into none', async () => {
    const { asked } = fakeServer({ '/overlaps': { body: { overlaps: [], complete: true } } });
    keep([held()]);

    const { container } = render(<ItemScreen id="mv1" />);

    await waitFor(() => {
      expect(asked.some((each) => each.path.endsWith('/overlaps'))).toBe(true);
    });
    expect(container.textContent).not.toContain(en['overlap.title']);
  });

  it('names what was not compared, on the board and on the notification, and says that there is more only when there is', async () => {
    fakeServer({ '/overlaps': left(false) });

    render(<Overlaps />);
    expect(await screen.findByText(en['overlap.unreckoned'])).toBeTruthy();
    expect(screen.getByRole('link', { name: 'HNM-1111-2222' }).getAttribute('href')).toBe('#/items/mv1');
    expect(screen.queryByText(en['overlap.more'])).toBeNull();
    cleanup();

    render(<Overlaps item="mv1" />);
    expect(await screen.findByText(en['overlap.unreckoned'])).toBeTruthy();
    cleanup();

    fakeServer({ '/overlaps': left(true) });
    render(<Overlaps />);
    expect(await screen.findByText(en['overlap.more'])).toBeTruthy();
  });

  it('says nothing on a notification that was compared when others were not', async () => {
    const { asked } = fakeServer({ '/overlaps': left(false) });

    const { container } = render(<Overlaps item="mv2" />);

    await waitFor(() => {
      expect(asked.some((each) => each.path.endsWith('/overlaps'))).toBe(true);
    });
    expect(container.textContent).toBe('');
  });

  it('is not asked for by anybody of another side', () => {
    const { asked } = fakeServer({ '/items?': { body: { items: [held()], count: 1 } } });
    enter();
    keep([held()]);

    render(<ItemScreen id="mv1" />);
    render(<MovementsScreen />);

    expect(asked.filter((each) => /overlaps|concerns/.test(each.path))).toEqual([]);
    expect(screen.queryByText(en['concern.title'])).toBeNull();
  });
});

describe('the concerns of a force', () => {
  const type = (label: string, value: string, at = 0) => {
    const field = screen.getAllByLabelText(label)[at];
    if (field === undefined) throw new Error(label);
    fireEvent.input(field, { target: { value } });
  };

  it('take a time and either a circle or an outline, and are asked for again once there is one more', async () => {
    const { posts } = fakeServer({ '/concerns': { body: { concerns: [] } } });
    let changes = 0;
    render(<Concerns onChanged={() => (changes += 1)} />);
    await userEvent.click(screen.getByRole('button', { name: en['concern.add'] }));
    expect(screen.getByText(en['concern.either'])).toBeTruthy();

    type(en['field.concern.note'], 'Work on the bridge.');
    for (const [at, day] of ['2026-12-01', '2026-12-02'].entries()) {
      type(en['form.day'], day, at);
      type(en['movement.time'], '06:00', at);
    }
    type(en['field.position'], '36.123456, 37.234567');
    type(en['field.radius'], '1500');
    await userEvent.click(screen.getByRole('button', { name: en['concern.keep'] }));

    await waitFor(() => {
      expect(changes).toBe(1);
    });
    expect(posts('/concerns')[0]?.body).toMatchObject({
      note: 'Work on the bridge.',
      position: { lat: 36.123456, lon: 37.234567 },
      radius: 1500,
    });
  });

  it('are removed one by one', async () => {
    const concern = { id: 'c1', note: 'Work on the bridge.', from: overlap.from, until: overlap.until };
    const { asked } = fakeServer({ '/concerns': { body: { concerns: [concern] } } });
    render(<Concerns onChanged={() => undefined} />);

    await userEvent.click(await screen.findByRole('button', { name: /^Remove: .?Work on the bridge/ }));

    await waitFor(() => {
      expect(asked.some((each) => each.method === 'DELETE' && each.path === '/api/movements/concerns/c1')).toBe(true);
    });
  });
});
