import userEvent from '@testing-library/user-event';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Navigation } from '../../src/components/Navigation.tsx';
import { en } from '../../src/i18n/en.ts';
import { MovementsScreen } from '../../src/screens/MovementsScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { enter } from './people.ts';
import { fakeServer } from './server.ts';
import { eachAlone, own, told } from './underway.ts';

eachAlone();

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

  it('keeps the words of a question when a reminder comes while they are written', async () => {
    const { container } = await board();
    const row = () => container.querySelector('[data-item=open]') as HTMLElement;
    await userEvent.click(within(row()).getByRole('button'));
    fireEvent.input(within(row()).getByLabelText(en['movement.acknowledge.query']), {
      target: { value: 'Which bridge?' },
    });

    keep([{ ...told('open', { reminders: 2, remindedAt: '2026-12-01T00:00:00Z' }), revision: 7 }]);

    await within(row()).findByText(/Reminded/);
    expect(within(row()).getByLabelText<HTMLTextAreaElement>(en['movement.acknowledge.query']).value).toBe(
      'Which bridge?',
    );
  });

  it('can be narrowed to what waits, and by the state of the movement', async () => {
    const { container } = await board();

    fireEvent.change(screen.getByLabelText(en['board.show']), { target: { value: 'open' } });
    expect(container.querySelectorAll('article')).toHaveLength(2);
    fireEvent.change(screen.getByLabelText(en['board.show']), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText(en['board.state']), { target: { value: 'COMPLETED' } });
    expect(container.querySelectorAll('article')).toHaveLength(1);
  });

  it('draws hundreds of movements a few at once, and counts them all', async () => {
    enter(force);
    const many = Array.from({ length: 70 }, (_, n) => told(`mv${String(n)}`, {}));
    fakeServer({ '/items?': { body: { items: many, count: many.length } } });
    const { container } = render(<MovementsScreen />);
    await screen.findByText(/70 .*not acknowledged yet\./);

    expect(container.querySelectorAll('article')).toHaveLength(60);
    await userEvent.click(screen.getByText(en['incidents.more']));
    expect(container.querySelectorAll('article')).toHaveLength(70);
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

  it('has what is escalated first and counted, also when a force was not reached with the word that nobody comes', async () => {
    const line = { to: 'military:northern-force', version: 1, escalatedAt: '2026-11-30T18:00:00Z' };
    const silent = own({ dispatch: [{ ...line, state: 'SENT' }], windowStart: '2026-12-03T06:00:00Z' });
    const waiting = own({
      dispatch: [{ to: 'police', version: 1, state: 'SENT' }],
      windowStart: '2026-12-01T06:00:00Z',
    });
    const unreached = own({ dispatch: [{ ...line, state: 'FAILED' }], state: 'CANCELLED' });
    const answered = own({ dispatch: [{ ...line, state: 'ACKNOWLEDGED' }], state: 'NOTIFIED' });
    const items = [waiting, answered, silent, unreached].map((each, n) => ({ ...each, item: `mv${String(n)}` }));
    fakeServer({ '/items?': { body: { items, count: items.length } } });

    const { container } = render(<MovementsScreen />);
    render(<Navigation />);

    expect(await screen.findByText('2 movements are escalated')).toBeTruthy();
    expect(screen.getAllByText(en['dispatch.escalated'])).toHaveLength(2);
    const rows = [...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'));
    expect(new Set(rows.slice(0, 2))).toEqual(new Set(['mv2', 'mv3']));
  });
});
