import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ItemRow } from '../../src/components/ItemRow.tsx';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { keep } from '../../src/state/channelItems.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { MovementsScreen } from '../../src/screens/MovementsScreen.tsx';
import { store } from '../../src/state/store.ts';
import { enter, message, movement } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;

beforeEach(() => {
  enter();
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

describe('the row of an item', () => {
  it('is there for a kind that this page does not know, with reference, status, marking and the way to it', () => {
    const item = message({ item: 'x1', kind: 'survey', reference: 'SUR-1111-2222', status: 'withdrawn', fields: {} });

    const { container } = render(<ItemRow item={item} onReply={nothing} onEdit={nothing} />);

    expect(container.textContent).toContain('survey');
    expect(container.textContent).toContain('SUR-1111-2222');
    expect(container.textContent).toContain('Withdrawn');
    expect(container.querySelector('.marking')).not.toBeNull();
    expect(container.querySelector('a[href="#/items/x1"]')).not.toBeNull();
  });

  it('says of a movement from where to where, its state, that it is late, whom to call, and what a notification is', () => {
    const { container } = render(<ItemRow item={movement()} onReply={nothing} onEdit={nothing} />);

    expect(container.querySelector('h2')?.textContent).toMatch(/From .Aylan. to .Bridge hospital./);
    expect(container.textContent).toContain('UNDERWAY');
    expect(container.textContent).toContain(en['movement.late']);
    expect(container.querySelector('a[href="tel:+9613123456"]')).not.toBeNull();
    expect(container.textContent).toContain(en['movement.law']);
    expect(container.querySelector('.marking')).not.toBeNull();
  });

  it('names what is different from the version before in the language of its reader, and says nothing where nothing is', async () => {
    const item = movement({ changed: ['windowStart', 'vehicles', 'remarks'], changedSince: 1 });
    const { container, rerender } = render(<ItemRow item={item} onReply={nothing} onEdit={nothing} />);
    const note = () => container.querySelector('.note')?.textContent.replace(/[\u2066-\u2069]/g, '');
    expect(note()).toBe(`Changed since version 1: ${en['field.windowStart']}, ${en['field.vehicles']} and remarks`);

    await chooseLocale('ar');
    rerender(<ItemRow item={item} onReply={nothing} onEdit={nothing} />);
    expect(note()).toMatch(/^تغيّر منذ النسخة .+: الفترة من/);

    rerender(<ItemRow item={movement({ changed: [] })} onReply={nothing} onEdit={nothing} />);
    expect(note()).toBeUndefined();
  });
});

describe('the page of a movement', () => {
  it('lists the stops in order with positions and times on both clocks, vehicles, and who was named', () => {
    fakeServer({});
    keep([movement({ changed: ['route'], changedSince: 1 })]);

    const { container } = render(<ItemScreen id="mv1" />);

    expect(screen.getByText(/^Changed since version 1: .Route.$/)).toBeTruthy();
    const stops = [...container.querySelectorAll('ol.stops > li')].map((stop) => stop.textContent);
    expect(stops).toHaveLength(2);
    expect(stops[0]).toContain('36.123456, 37.234567');
    expect(stops[0]).toContain('06:30 UTC');
    expect(stops[1]).toContain('Bridge hospital');
    expect(container.textContent).toContain('NG-1234');
    expect(container.textContent).toContain('Northern Force');
    expect(container.textContent).toContain(en['movement.law']);
  });

  it('hints at nothing that its reader does not hold', () => {
    fakeServer({});
    const { recipients: _, ...fields } = movement().fields;
    keep([movement({ fields })]);

    const { container } = render(<ItemScreen id="mv1" />);

    expect(container.textContent).not.toContain(en['field.recipients']);
  });
});

describe('the owner of a movement', () => {
  it.each([
    ['en', /version 1 acknowledged by .Desk 4/],
    ['ar', /النسخة 1: أُشعر باستلامها من .Desk 4/],
  ] as const)('reads in %s what a force said of the version that it still held', async (locale, words) => {
    await chooseLocale(locale);
    fakeServer({});
    const earlier = { version: 1, cell: 'Desk 4', at: '2026-12-01T06:00:00Z', query: 'Which gate?\nWhich bridge?' };
    const dispatch = [{ to: 'military:northern-force', state: 'QUEUED', version: 2, earlier }];
    keep([movement({ fields: { ...movement().fields, version: 2, dispatch } })]);

    const { container } = render(<ItemScreen id="mv1" />);

    expect(container.querySelector('.dispatches')?.textContent).toMatch(words);
    expect(container.querySelector('.dispatches .user-text')?.textContent).toBe('Which gate?\nWhich bridge?');
    expect(container.querySelector('.dispatches .late')).not.toBeNull();
  });

  it('reads which version has arrived at a force and was opened, and looks again', async () => {
    const line = { audience: 'military:northern-force', label: 'Northern Force', holdsNow: true, held: [] };
    let opened: string | null = null;
    const { asked } = fakeServer({
      '/exposure': () => ({
        body: {
          item: 'mv1',
          keptDays: 100_000,
          audiences: [
            {
              ...line,
              versions: [
                {
                  version: 1,
                  sent: '2026-11-30T06:00:00Z',
                  delivered: '2026-11-30T06:01:00Z',
                  opened: '2026-11-30T06:02:00Z',
                },
                { version: 2, sent: '2026-12-01T06:00:00Z', delivered: opened, opened },
              ],
            },
          ],
        },
      }),
    });
    const dispatch = [{ to: 'military:northern-force', state: 'SENT', version: 2, at: '2026-12-01T06:00:00Z' }];
    keep([movement({ releases: [], fields: { ...movement().fields, version: 2, dispatch } })]);

    const { container } = render(<ItemScreen id="mv1" />);
    const told = () => container.querySelector('.dispatches')?.textContent ?? '';

    await waitFor(() => {
      expect(told()).toContain(en['exposure.undelivered']);
    });
    expect(told()).not.toContain(en['exposure.opened']);

    opened = '2026-12-01T06:05:00Z';
    fireEvent.click(screen.getByRole('button', { name: en['exposure.again'] }));

    await waitFor(() => {
      expect(told()).toContain(en['exposure.delivered']);
    });
    expect(told()).toContain(en['exposure.opened']);
    expect(told()).not.toContain(en['exposure.undelivered']);
    expect(asked.filter(({ path }) => path.endsWith('/exposure'))).toHaveLength(2);
  });

  it('is asked for by nobody else', async () => {
    const { asked } = fakeServer({});
    keep([movement()]);

    render(<ItemScreen id="mv1" />);
    await screen.findByText(en['timeline.title']);

    expect(asked.filter(({ path }) => path.endsWith('/exposure'))).toHaveLength(0);
  });
});

describe('a force that was named', () => {
  const told = (state: string) => {
    const { recipients: _, ...fields } = movement().fields;
    return movement({
      fields: { ...fields, version: 2, dispatch: [{ state, version: 2, at: '2026-12-01T06:00:00Z' }] },
    });
  };

  it('acknowledges the version it reads for one of its cells, and is offered no decision', async () => {
    const { posts } = fakeServer({ '/acknowledge': { status: 202, body: { item: 'mv1', version: 2 } } });
    keep([told('SENT')]);
    render(<ItemScreen id="mv1" />);
    const button = screen.getByRole('button', { name: 'Acknowledge receipt of version 2' });
    expect(button).toHaveProperty('disabled', true);

    fireEvent.input(screen.getByLabelText(en['movement.acknowledge.cell']), { target: { value: 'Desk 4' } });
    fireEvent.click(button);

    await waitFor(() => {
      expect(posts('/items/mv1/acknowledge')[0]?.body).toEqual({ version: 2, cell: 'Desk 4' });
    });
    expect(screen.queryByText(en['movement.amend'])).toBeNull();
  });

  it('does not acknowledge a version that moves in under its finger', async () => {
    const { posts } = fakeServer({ '/acknowledge': { status: 202, body: { item: 'mv1', version: 3 } } });
    const item = told('SENT');
    keep([item]);
    render(<ItemScreen id="mv1" />);
    fireEvent.input(screen.getByLabelText(en['movement.acknowledge.cell']), { target: { value: 'Desk 4' } });

    const line = { state: 'SENT', version: 3, at: '2026-12-01T07:00:00Z' };
    const next = { ...item, revision: item.revision + 1, fields: { ...item.fields, version: 3, dispatch: [line] } };
    void act(() => {
      keep([next]);
    });

    expect(await screen.findByText(/Version 3 came while you were reading/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Acknowledge receipt/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'I have read version 3' }));
    fireEvent.click(screen.getByRole('button', { name: 'Acknowledge receipt of version 3' }));
    await waitFor(() => {
      expect(posts('/items/mv1/acknowledge')[0]?.body).toEqual({ version: 3, cell: 'Desk 4' });
    });
  });

  it('is asked no more once it has, and sees that it has', () => {
    fakeServer({});
    keep([told('ACKNOWLEDGED')]);

    const { container } = render(<ItemScreen id="mv1" />);

    expect(screen.queryByRole('button', { name: /Acknowledge/ })).toBeNull();
    expect(container.textContent).toContain(en['dispatch.ACKNOWLEDGED']);
  });

  it('is asked for the version it reads when what it acknowledged is another one', () => {
    fakeServer({});
    const item = told('ACKNOWLEDGED');
    keep([{ ...item, fields: { ...item.fields, version: 3 } }]);

    render(<ItemScreen id="mv1" />);

    expect(screen.getByRole('button', { name: 'Acknowledge receipt of version 3' })).toBeTruthy();
  });

  it('finds what it has not acknowledged first in its list', async () => {
    const acknowledged = { ...told('ACKNOWLEDGED'), item: 'mv2', reference: 'HNM-2222-2222' };
    fakeServer({ '/items?': { body: { items: [acknowledged, told('SENT')], count: 2 } } });

    const { container } = render(<MovementsScreen />);

    expect(await screen.findByText('1 is not acknowledged yet.')).toBeTruthy();
    const rows = [...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'));
    expect(rows).toEqual(['mv1', 'mv2']);
  });
});

describe('the list of movements', () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => movement({ item: `mv${String(from + i)}` }));

  it('has what is urgent and a few of the rest, says so, and fetches more when asked', async () => {
    const { asked } = fakeServer({
      'urgent=true': { body: { items: [movement({ item: 'late' })], count: 1 } },
      'after=more': { body: { items: many(30, 50), count: 51 } },
      '/items?': { body: { items: many(0, 30), count: 51, next: 'more' } },
    });

    const { container } = render(<MovementsScreen />);

    const some = await screen.findByText(/^31 of 51 movements are here/);
    expect(container.querySelector('article[data-item=late]')).not.toBeNull();
    expect(asked.some(({ path }) => path.includes('after='))).toBe(false);

    fireEvent.click(screen.getByRole('button', { name: en['movements.more'] }));

    await waitFor(() => {
      expect(some.textContent).toBe('All are acknowledged.');
    });
    expect(container.querySelectorAll('article')).toHaveLength(51);
    expect(screen.queryByRole('button', { name: en['movements.more'] })).toBeNull();
  });

  it('reads on where a page is short, for what is urgent and for who asks for more', async () => {
    fakeServer({
      'after=urgent': { body: { items: [movement({ item: 'later' })], count: 2 } },
      'urgent=true': { body: { items: [movement({ item: 'late' })], count: 2, next: 'urgent' } },
      'after=still': { body: { items: many(40, 50), count: 52 } },
      'after=more': { body: { items: many(30, 40), count: 52, next: 'still' } },
      '/items?': { body: { items: many(0, 30), count: 52, next: 'more' } },
    });
    const { container } = render(<MovementsScreen />);
    await screen.findByText(/^32 of 52 movements are here/);

    fireEvent.click(screen.getByRole('button', { name: en['movements.more'] }));

    await waitFor(() => {
      expect(container.querySelectorAll('article')).toHaveLength(52);
      expect(screen.queryByRole('button', { name: en['movements.more'] })).toBeNull();
    });
  });

  it('has not all of them because as many came live as there were when it asked', async () => {
    fakeServer({
      'urgent=true': { body: { items: [], count: 0 } },
      '/items?': { body: { items: many(0, 30), count: 31, next: 'more' } },
    });
    render(<MovementsScreen />);
    await screen.findByText(/^30 of 31 movements are here/);

    await act(() => {
      keep([movement({ item: 'new' })]);
    });

    expect(screen.getByRole('button', { name: en['movements.more'] })).toBeTruthy();
    expect(screen.queryByText(/acknowledged/)).toBeNull();
  });

  it('has all of them when the first page has as many as there are', async () => {
    fakeServer({
      'urgent=true': { body: { items: [], count: 0 } },
      '/items?': { body: { items: many(0, 30), count: 30, next: 'more' } },
    });

    render(<MovementsScreen />);

    expect((await screen.findByRole('status')).textContent).toBe('All are acknowledged.');
    expect(screen.queryByRole('button', { name: en['movements.more'] })).toBeNull();
  });

  it('says nothing of what it had when a room was lost and it cannot be fetched anew', async () => {
    let away = false;
    fakeServer({
      '/items?': () => (away ? { status: 503, body: { code: 'CG-1008' } } : { body: { items: many(0, 2), count: 2 } }),
    });
    render(<MovementsScreen />);
    await screen.findByRole('status');

    away = true;
    void act(() => {
      store.items.value = new Map();
      store.resets.value += 1;
    });

    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByText(en['movements.empty'])).toBeNull();
  });

  it('says that something is missing when what is urgent could not be fetched', async () => {
    fakeServer({
      'urgent=true': { status: 503, body: { code: 'CG-1008', title: 'Busy.' } },
      '/items?': { body: { items: many(0, 2), count: 2 } },
    });

    render(<MovementsScreen />);

    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByRole('status')).toBeNull();
  });
});
