import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../src/api/items.ts';
import { Navigation } from '../../src/components/Navigation.tsx';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { MovementsScreen } from '../../src/screens/MovementsScreen.tsx';
import { PrintScreen } from '../../src/screens/PrintScreen.tsx';
import { ReadBackScreen } from '../../src/screens/ReadBackScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { enter, movement } from './people.ts';
import { fakeServer } from './server.ts';

const receipt = { status: 202, body: { item: 'mv1', reference: 'HNM-1', version: 1, late: false, warnings: [] } };

/** As its own organisation has it. */
const own = (fields: object = {}, change: Partial<Item> = {}) =>
  movement({ releases: [], ...change, fields: { ...movement().fields, version: 1, ...fields } });

/** As a force that was named has it. */
function told(item: string, line: object, fields: object = {}): Item {
  const { recipients: _, late: __, ...shown } = movement().fields;
  const dispatch = [{ state: 'SENT', version: 1, at: '2026-11-30T06:00:00Z', ...line }];
  return movement({ item, fields: { ...shown, state: 'NOTIFIED', version: 1, dispatch, ...fields } });
}

beforeEach(() => {
  enter();
  forgetDrafts();
});
afterEach(async () => {
  vi.unstubAllGlobals();
  cleanup();
  await chooseLocale('en');
});

const patiently = { timeout: 4000 };

/** Between attempts a command waits for seconds; here nobody does. */
function skipPauses(): void {
  const real = setTimeout;
  vi.stubGlobal('setTimeout', (what: () => void, ms = 0) => real(what, [1000, 3000, 8000].includes(ms) ? 0 : ms));
}

describe('checking in', () => {
  it('is one touch for a stop, with its place in the route and a key', async () => {
    const { posts } = fakeServer({ '/check-ins': receipt });
    keep([own()]);
    render(<ItemScreen id="mv1" />);

    await userEvent.click(screen.getByRole('button', { name: /^At stop 2, .Bridge hospital/ }));

    await waitFor(() => {
      expect(posts('/items/mv1/check-ins')[0]).toMatchObject({ body: { stop: 1 }, guard: '1' });
    });
    expect(posts('/check-ins')[0]?.key).toMatch(/^[0-9a-z]{26}$/);
    expect(await screen.findByText(/The server has it/)).toBeTruthy();
  });

  it('takes a note along, and may be at no stop', async () => {
    const { posts } = fakeServer({ '/check-ins': receipt });
    keep([own()]);
    render(<ItemScreen id="mv1" />);

    fireEvent.input(screen.getByLabelText(en['checkIn.note']), { target: { value: ' Slow road ' } });
    await userEvent.click(screen.getByRole('button', { name: en['checkIn.onTheWay'] }));

    await waitFor(() => {
      expect(posts('/check-ins')[0]?.body).toEqual({ note: 'Slow road' });
    });
    expect(screen.getByLabelText(en['checkIn.note'])).toHaveProperty('value', '');
  });

  it.each([
    ['en', en],
    ['ar', ar],
  ] as const)('keeps in %s what got no answer, and sends it later under the same key', async (locale, words) => {
    await chooseLocale(locale);
    skipPauses();
    let answers = false;
    const { posts } = fakeServer({ '/check-ins': () => (answers ? receipt : 'no answer') });
    keep([own()]);
    render(<ItemScreen id="mv1" />);
    await userEvent.click(document.querySelectorAll('.check-in-button')[1] as HTMLElement);
    await screen.findByText(words['checkIn.waits'], {}, patiently);

    answers = true;
    await userEvent.click(screen.getByRole('button', { name: words['checkIn.again'] }));

    await waitFor(() => {
      expect(screen.queryByText(words['checkIn.waits'])).toBeNull();
    }, patiently);
    const keys = new Set(posts('/check-ins').map((post) => post.key));
    expect(keys.size).toBe(1);
  });

  it('gives the words back when the server has something to say', async () => {
    fakeServer({ '/check-ins': { status: 409, body: { code: 'CG-3004' } } });
    keep([own()]);
    render(<ItemScreen id="mv1" />);

    fireEvent.input(screen.getByLabelText(en['checkIn.note']), { target: { value: 'Slow road' } });
    await userEvent.click(screen.getByRole('button', { name: /stop 1/ }));

    expect(await screen.findByText(en['error.CG-3004'])).toBeTruthy();
    expect(screen.getByLabelText(en['checkIn.note'])).toHaveProperty('value', 'Slow road');
    expect(screen.queryByText(en['checkIn.waits'])).toBeNull();
  });

  it('is for the own organisation, and only while the movement is under way', () => {
    fakeServer({});
    keep([own({ state: 'NOTIFIED' }), movement({ item: 'mv2' })]);

    const { unmount } = render(<ItemScreen id="mv1" />);
    expect(screen.queryByText(en['checkIn.title'])).toBeNull();
    unmount();
    render(<ItemScreen id="mv2" />);
    expect(screen.queryByText(en['checkIn.title'])).toBeNull();
  });
});

describe('a movement that nobody has heard of', () => {
  const late = {
    overdueSince: '2026-12-01T08:00:00Z',
    checkIns: [{ stop: 0, at: '2026-12-01T06:40:00Z', by: { id: 'amina', name: 'Amina Haddad' } }],
  };

  it('says so first of all on its page: since when, where it was last, and whom to call', () => {
    fakeServer({});
    keep([own(late)]);

    render(<ItemScreen id="mv1" />);

    const alarm = screen.getByRole('alert');
    expect(alarm.textContent).toContain('08:00 UTC');
    expect(alarm.textContent).toMatch(/At stop 1, .Aylan/);
    expect(alarm.textContent).toContain('06:40 UTC');
    expect(within(alarm).getByRole('link').getAttribute('href')).toBe('tel:+9613123456');
  });

  it('comes first in the list, and stands in the navigation', async () => {
    fakeServer({ '/items?': { body: { items: [own({}, { item: 'mv2' }), own(late)], count: 2 } } });

    const { container } = render(
      <>
        <Navigation />
        <MovementsScreen />
      </>,
    );

    expect(await screen.findByText('1 movement is overdue')).toBeTruthy();
    expect([...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'))).toEqual([
      'mv1',
      'mv2',
    ]);
    expect(container.querySelector('article .alarm')).not.toBeNull();
  });

  it('is over with the movement', () => {
    fakeServer({});
    keep([own({ ...late, state: 'EXPIRED' })]);

    render(
      <>
        <Navigation />
        <ItemScreen id="mv1" />
      </>,
    );

    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByText('1 movement is overdue')).toBeNull();
  });
});

describe('how a movement goes', () => {
  it('is told from notifying to its end, with each force and each check-in on both clocks', () => {
    fakeServer({});
    const dispatch = [
      { to: 'police', state: 'ACKNOWLEDGED', version: 1, at: '2026-11-30T08:00:00Z', cell: 'Desk 4' },
      {
        to: 'military:northern-force',
        state: 'SENT',
        version: 1,
        at: '2026-11-30T06:00:00Z',
        reminders: 2,
        remindedAt: '2026-11-30T18:00:00Z',
        escalatedAt: '2026-11-30T19:00:00Z',
      },
    ];
    const checkIns = [{ stop: 0, at: '2026-12-01T06:40:00Z', note: 'All well', by: { name: 'Amina Haddad' } }];
    keep([own({ dispatch, checkIns, nextCheckInDue: '2026-12-01T09:00:00Z' })]);

    const { container } = render(<ItemScreen id="mv1" />);

    const stages = [...container.querySelectorAll('.timeline-stage')];
    expect(
      stages.map((stage) => [stage.querySelector('strong')?.textContent, stage.getAttribute('data-done')]),
    ).toEqual([
      [en['timeline.notified'], 'true'],
      [en['timeline.told'], 'true'],
      [en['timeline.underway'], 'true'],
      [en['timeline.checkIns'], 'true'],
      [en['timeline.end'], 'false'],
    ]);
    const forces = [...container.querySelectorAll('.dispatches > li')].map((line) => line.textContent);
    expect(forces[1]).toContain('Reminded 2 times');
    expect(forces[1]).toContain('19:00 UTC');
    expect(stages[3]?.textContent).toContain('All well');
    expect(stages[3]?.textContent).toContain('09:00 UTC');
    expect(container.querySelectorAll('.dispatches')).toHaveLength(1);
  });

  it('does not make up when it was notified', () => {
    fakeServer({});
    keep([own({ state: 'CANCELLED' }, { revision: 3 })]);

    const { container } = render(<ItemScreen id="mv1" />);

    const stages = [...container.querySelectorAll('.timeline-stage')];
    expect(stages[0]?.querySelector('time')).toBeNull();
    expect(stages.map((stage) => stage.textContent).join()).not.toContain(en['timeline.underway']);
  });
});

describe('the board of a liaison', () => {
  const force = { audience: 'military:northern-force', side: 'security' } as const;
  const items = [
    told('done', { state: 'ACKNOWLEDGED' }),
    told('asked', { state: 'QUERIED' }),
    told('newer', { state: 'ACKNOWLEDGED', version: 1 }, { version: 2 }),
    told('open', { reminders: 1, remindedAt: '2026-11-30T18:00:00Z' }),
    told('ended', { state: 'SENT' }, { state: 'COMPLETED' }),
  ];

  async function board() {
    enter(force);
    const { posts } = fakeServer({
      '/items?': { body: { items, count: items.length } },
      '/acknowledge': { status: 202, body: { item: 'open', version: 1 } },
    });
    const { container } = render(<MovementsScreen />);
    await screen.findByText(/not acknowledged yet\./);
    const rows = (label: string) =>
      [...screen.getByRole('region', { name: label }).querySelectorAll('article')].map((row) =>
        row.getAttribute('data-item'),
      );
    return { posts, container, rows };
  }

  it('has what is not acknowledged first, then what was asked about, then the rest', async () => {
    const { container, rows } = await board();

    expect(
      [...container.querySelectorAll('section:has(> .conversation) h2')].map((title) => title.firstChild?.textContent),
    ).toEqual([en['board.open'], en['board.asked'], en['board.acknowledged'], en['board.over']]);
    expect(rows(en['board.open'])).toEqual(['newer', 'open']);
    expect(rows(en['board.asked'])).toEqual(['asked']);
    expect(rows(en['board.over'])).toEqual(['ended']);
    expect(container.textContent).toContain('Reminded once');
    expect(container.querySelectorAll('.law')).toHaveLength(items.length);
    expect(container.querySelectorAll('.marking')).toHaveLength(items.length);
  });

  it('offers acknowledging receipt of what is then there to be read, and no decision', async () => {
    const { posts, container } = await board();
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(new Set(names)).toEqual(new Set([en['acknowledgement.do']]));

    const row = container.querySelector('[data-item=open]') as HTMLElement;
    await userEvent.click(within(row).getByRole('button'));
    expect(row.textContent).toContain('36.123456, 37.234567');
    fireEvent.input(within(row).getByLabelText(en['movement.acknowledge.cell']), { target: { value: 'Desk 4' } });
    await userEvent.click(within(row).getByRole('button', { name: 'Acknowledge receipt of version 1' }));

    await waitFor(() => {
      expect(posts('/items/open/acknowledge')[0]?.body).toEqual({ version: 1, cell: 'Desk 4' });
    });
  });

  it('can be narrowed to what waits, and by the state of the movement', async () => {
    const { container } = await board();

    fireEvent.change(screen.getByLabelText(en['board.show']), { target: { value: 'open' } });
    expect(container.querySelectorAll('article')).toHaveLength(2);
    fireEvent.change(screen.getByLabelText(en['board.show']), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText(en['board.state']), { target: { value: 'COMPLETED' } });
    expect(container.querySelectorAll('article')).toHaveLength(1);
  });

  it('counts in the navigation what its force has not acknowledged', () => {
    enter(force);
    keep(items);

    render(<Navigation />);

    expect(screen.getByText('2 movements are not acknowledged')).toBeTruthy();
  });
});

describe('the owner of movements', () => {
  it('reads which forces have not acknowledged', async () => {
    const dispatch = [
      { to: 'police', state: 'ACKNOWLEDGED', version: 1 },
      { to: 'military:northern-force', state: 'SENT', version: 1 },
    ];
    fakeServer({ '/items?': { body: { items: [own({ dispatch })], count: 1 } } });

    render(<MovementsScreen />);

    const mark = await screen.findByText(/Not acknowledged yet:/);
    expect(mark.textContent).toContain('Northern Force');
    expect(mark.textContent).not.toContain('Police');
  });
});

describe('reading a movement out by radio', () => {
  it.each([
    ['en', en],
    ['ar', ar],
  ] as const)(
    'spells it in %s in the words of the radio, with the law at the top and at the end',
    async (locale, words) => {
      await chooseLocale(locale);
      fakeServer({});
      keep([own()]);

      const { container } = render(<ReadBackScreen id="mv1" />);

      expect(await screen.findByText('Hotel November Mike – One One One One – Two Two Two Two')).toBeTruthy();
      expect(screen.getByText('37S CV 41126 99084').getAttribute('dir')).toBe('ltr');
      expect(container.textContent).toContain(words['readBack.checkAll']);
      expect([...container.querySelectorAll('.law')].map((law) => law.textContent)).toEqual([
        words['movement.law'],
        words['movement.law'],
      ]);
      expect(container.querySelectorAll('.marking')).toHaveLength(2);
    },
  );

  it('is nothing for who does not hold the whole route', async () => {
    fakeServer({});
    keep([told('part', {}, { route: { coarse: true, cells: [] } })]);

    render(<ReadBackScreen id="part" />);

    expect(await screen.findByText(en['readBack.nothing'])).toBeTruthy();
  });
});

describe('a movement on paper', () => {
  it('has the marking and the law at the top and at the end, and prints nothing else of the page', () => {
    fakeServer({});
    keep([own({}, { marking: { sensitivity: 'moderate', caveats: [], policy: 'humanitarian-space@1' } })]);

    const { container } = render(<PrintScreen id="mv1" />);

    const article = container.querySelector('.sheet article');
    expect(article?.firstElementChild?.className).toContain('marking');
    expect(article?.lastElementChild?.className).toContain('marking');
    expect(article?.querySelectorAll('.law')).toHaveLength(2);
    expect(article?.textContent).toContain('37.234567');
    expect(screen.getByRole('button', { name: en['print.do'] }).closest('.not-printed')).not.toBeNull();
  });

  it('is not there for what must not be exported', () => {
    fakeServer({});
    keep([own()]);

    render(<PrintScreen id="mv1" />);

    expect(screen.queryByRole('button', { name: en['print.do'] })).toBeNull();
    expect(document.querySelector('.sheet')?.className).toContain('not-printed');
  });
});
