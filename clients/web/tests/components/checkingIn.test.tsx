import userEvent from '@testing-library/user-event';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Navigation } from '../../src/components/Navigation.tsx';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { sendLeftCheckIns } from '../../src/movements/saidCheckIns.ts';
import { UnsentCheckIns } from '../../src/movements/UnsentCheckIns.tsx';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { MovementsScreen } from '../../src/screens/MovementsScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { movement } from './people.ts';
import { fakeServer } from './server.ts';
import { eachAlone, own, receipt, skipPauses } from './underway.ts';

eachAlone();

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

  it('goes once there is a connection, also when its page was left before', async () => {
    skipPauses();
    let answers = false;
    const { posts } = fakeServer({ '/check-ins': () => (answers ? receipt : 'no answer') });
    keep([own()]);
    const page = render(<ItemScreen id="mv1" />);
    await userEvent.click(screen.getByRole('button', { name: /^At stop 2, .Bridge hospital/ }));
    await screen.findByText(en['checkIn.waits']);
    page.unmount();

    answers = true;
    await sendLeftCheckIns();
    await sendLeftCheckIns();

    const sent = posts('/items/mv1/check-ins');
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
    const last = sent.length;
    render(<ItemScreen id="mv1" />);
    expect(screen.queryByText(en['checkIn.waits'])).toBeNull();
    expect(posts('/check-ins')).toHaveLength(last);
  });

  it('stays in sight on every other screen while the server does not have it', async () => {
    skipPauses();
    let answers = false;
    fakeServer({ '/check-ins': () => (answers ? receipt : 'no answer') });
    keep([own()]);
    const page = render(<ItemScreen id="mv1" />);
    await userEvent.click(screen.getByRole('button', { name: /^At stop 2, .Bridge hospital/ }));
    await screen.findByText(en['checkIn.waits']);
    page.unmount();

    render(<UnsentCheckIns />);
    expect(screen.getByText('What you said of 1 movement is not with the server.')).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toContain('mv1');

    answers = true;
    await sendLeftCheckIns();
    await waitFor(() => {
      expect(screen.queryByRole('link')).toBeNull();
    });
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
    await screen.findByText(words['checkIn.waits']);

    answers = true;
    await userEvent.click(screen.getByRole('button', { name: words['checkIn.again'] }));

    await waitFor(() => {
      expect(screen.queryByText(words['checkIn.waits'])).toBeNull();
    });
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
