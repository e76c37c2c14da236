import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { enForm } from '../../src/movements/enForm.ts';
import { MovementActions } from '../../src/movements/MovementActions.tsx';
import { NotifyForm } from '../../src/movements/NotifyForm.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { movementCodes } from './movementCodes.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

const view = (audience: string, outcome: string) => ({ audience, label: audience, outcome, sentence: 'So it is.' });
const told = { views: [view('side:humanitarian', 'shown'), view('audience:police', 'shown')], fingerprint: 'print' };

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = movementCodes;
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

function fill(words: typeof ar | typeof en = en): void {
  const type = (label: string, value: string, at = 0) => {
    const field = screen.getAllByLabelText(label)[at];
    if (field === undefined) throw new Error(label);
    fireEvent.input(field, { target: { value } });
  };
  fireEvent.change(screen.getByLabelText(words['field.category']), { target: { value: 'STANDARD' } });
  fireEvent.change(screen.getByLabelText(words['field.mode']), { target: { value: 'ROAD' } });
  for (const [at, time] of ['06:00', '16:00'].entries()) {
    type(words['form.day'], '2026-12-01', at);
    type(words['movement.time'], time, at);
    type(words['movement.stop.position'], '36.123456, 37.234567', at);
  }
  type(words['movement.contact.name'], 'Dispatch');
  type(words['movement.contact.phone'], '112233');
}

const absent = [
  { field: 'recipients[0]', text: 'police is not in this room now and is not told. Reach it by another way.' },
];
const taken = (warnings: readonly object[]) => ({
  status: 202,
  body: { item: 'mv1', reference: 'HNM-1', version: 2, late: false, warnings },
});
const confirms = (words: typeof ar | typeof en) =>
  new RegExp(`^${words['movement.say.confirm'].replace('{state}', '')}`);

const tick = (name: RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));

describe('notifying a movement', () => {
  it('names what is missing and sends nothing before it is there', () => {
    const { posts } = fakeServer({});

    render(<NotifyForm channel={room} />);

    expect(screen.getByText(/Mode.?: not said yet/)).toBeTruthy();
    expect(screen.getByRole('button', { name: en['movement.send.notYet'] })).toHaveProperty('disabled', true);
    expect(posts('/preview')).toHaveLength(0);
  });

  it('says beside the window how early it is asked for, and whether this is in time', async () => {
    fakeServer({
      '/lead-times': {
        body: {
          deployment: { standard: 48, airAndSea: 72, emergency: 24 },
          parties: [{ audience: 'police', hours: { standard: 1_000_000, airAndSea: 72, emergency: 24 } }],
        },
      },
    });
    render(<NotifyForm channel={room} />);
    fill();
    for (const day of screen.getAllByLabelText(en['form.day']).slice(0, 2))
      fireEvent.input(day, { target: { value: '2031-12-01' } });

    const beside = () =>
      screen
        .getAllByRole('status')
        .map((note) => note.textContent)
        .join();
    await waitFor(() => {
      expect(beside()).toMatch(/Lead time: .?48 hrs.?\. In time/);
    });
    await tick(/^Tell .?Police/);
    await tick(/consents: .?Police/);

    expect(beside()).toMatch(/Lead time of .?Police.?: .?1,000,000 hrs/);
    expect(beside()).toContain(enForm['lead.late']);
  });

  it('asks a consent for each force, shows who gets what, and sends what was shown', async () => {
    const { posts } = fakeServer({
      '/preview': { body: told },
      '/room/movements': { status: 202, body: { item: 'x', reference: 'HNM-1', version: 1, late: true, warnings: [] } },
    });
    render(<NotifyForm channel={room} />);
    fill();
    await tick(/^Tell .?Police/);
    expect(screen.getByRole('button', { name: en['movement.send.notYet'] })).toBeTruthy();

    await tick(/consents: .?Police/);
    await userEvent.click(await screen.findByRole('button', { name: /^Send to .*Police/ }));

    expect(await screen.findByText(en['movement.received'])).toBeTruthy();
    const [sent] = posts('/movements');
    expect(sent?.path).toBe('/api/movements/channels/room/movements');
    expect(sent?.shown).toBe('print');
    expect(sent?.body['recipients']).toEqual([{ audience: 'police', consent: true }]);
    expect(sent?.body).not.toHaveProperty('releaseTo');
    expect(posts('/preview').at(-1)?.body).toMatchObject({ kind: 'movement', channel: 'room' });
    expect(screen.getByText(en['movement.late'])).toBeTruthy();
  });

  it('warns when who was named would not be told at once', async () => {
    fakeServer({ '/preview': { body: { ...told, views: [view('audience:police', 'withheld')] } } });
    render(<NotifyForm channel={room} />);
    fill();
    await tick(/^Tell .?Police/);
    await tick(/consents: .?Police/);

    expect((await screen.findByRole('alert')).textContent).toMatch(/would not be told at once: .*Police/);
  });

  it('keeps every word while one is elsewhere, and asks why when it comes late', async () => {
    fakeServer({
      '/preview': { body: told },
      '/room/movements': { status: 400, body: { code: 'CG-1002', errors: { lateReason: ['Say why.'] } } },
    });
    const { unmount } = render(<NotifyForm channel={room} />);
    fill();
    unmount();
    render(<NotifyForm channel={room} />);

    await userEvent.click(await screen.findByRole('button', { name: /^Send to/ }));

    const why = screen.getByLabelText(en['field.lateReason']);
    await waitFor(() => {
      expect(why.getAttribute('aria-invalid')).toBe('true');
    });
    expect(within(document.body).getAllByText(/Say why\./).length).toBeGreaterThan(0);
    expect(screen.getByText(en['movement.kept'])).toBeTruthy();
  });
});

describe('a preview that is refused', () => {
  const lacksReason = {
    status: 400,
    body: { code: 'CG-1002', errors: { 'content.lateReason': ['Say why it comes late.'] } },
  };
  const current = () => document.querySelector('.question-group[data-current=true]')?.getAttribute('aria-label');

  it.each([
    ['en', en, 'Go to: .?What and when'],
    ['ar', ar, 'الانتقال إلى: .?ماذا ومتى'],
  ] as const)('says in %s what to correct, and is one touch away from it', async (locale, words, go) => {
    await chooseLocale(locale);
    const { posts } = fakeServer({
      '/preview': () => {
        const content = posts('/preview').at(-1)?.body['content'] as Record<string, unknown>;
        return content['lateReason'] === undefined ? lacksReason : { body: told };
      },
    });
    render(<NotifyForm channel={room} />);
    for (let step = 1; step < 4; step += 1)
      await userEvent.click(screen.getByRole('button', { name: words['form.next'] }));
    fill(words);

    const remark = await screen.findByRole('alert');
    expect(remark.textContent).toContain(words['field.lateReason']);
    expect(remark.textContent).toContain(words['hint.lateReason']);
    expect(remark.textContent).not.toContain('content.');
    expect(current()).toBe(words['movement.step.who']);

    await userEvent.click(screen.getByRole('button', { name: new RegExp(go) }));
    await waitFor(() => {
      expect(current()).toBe(words['movement.step.what']);
    });
    const why = screen.getByLabelText(words['field.lateReason']);
    await waitFor(() => {
      expect(document.activeElement).toBe(why);
    });

    fireEvent.input(why, { target: { value: 'The road opened today.' } });
    await waitFor(() => {
      expect(document.querySelector('.send button')).toHaveProperty('disabled', false);
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(current()).toBe(words['movement.step.what']);
  });
});

describe('what may be done with a movement', () => {
  it('is nothing for who was told of it', () => {
    const { container } = render(<MovementActions item={movement()} />);

    expect(container.textContent).toBe('');
  });

  it('is for its own organisation to say what comes after the present state, and to take it back with a reason', async () => {
    const { posts } = fakeServer({ '/state': taken([]) });
    render(<MovementActions item={movement({ releases: [] })} />);
    expect(screen.queryByRole('button', { name: en['movement.say.POSTPONED'] })).toBeNull();

    await userEvent.click(screen.getByRole('button', { name: en['movement.say.COMPLETED'] }));
    await userEvent.click(screen.getByRole('button', { name: /^Say so/ }));
    await waitFor(() => {
      expect(posts('/items/mv1/state')[0]?.body).toEqual({ state: 'COMPLETED' });
    });

    await userEvent.click(screen.getByRole('button', { name: en['item.withdraw'] }));
    expect(screen.getByRole('button', { name: en['withdraw.confirm'] })).toHaveProperty('disabled', true);
  });

  it.each([
    ['en', en, /Police. is not in this room now and is not told/],
    ['ar', ar, /في هذه القناة الآن، ولا يُخطَر/],
  ] as const)(
    'leaves in %s who is not told on show, whatever becomes of the movement, until it was read',
    async (locale, words, said) => {
      await chooseLocale(locale);
      fakeServer({ '/state': taken(absent), '/withdraw': taken(absent) });
      const own = movement({ releases: [] });
      const { rerender } = render(<MovementActions item={own} />);
      await userEvent.click(screen.getByRole('button', { name: words['movement.say.COMPLETED'] }));
      await userEvent.click(screen.getByRole('button', { name: confirms(words) }));
      expect((await screen.findByRole('alert')).textContent).toMatch(said);
      rerender(<MovementActions item={{ ...own, fields: { ...own.fields, state: 'COMPLETED' } }} />);
      expect(screen.getByRole('alert').textContent).toMatch(said);

      await userEvent.click(screen.getByRole('button', { name: words['movement.warnings.read'] }));
      expect(screen.queryByRole('alert')).toBeNull();

      await userEvent.click(screen.getByRole('button', { name: words['item.withdraw'] }));
      fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Not today.' } });
      await userEvent.click(screen.getByRole('button', { name: words['withdraw.confirm'] }));
      expect((await screen.findByRole('alert')).textContent).toMatch(said);
      rerender(<MovementActions item={{ ...own, status: 'withdrawn' }} />);
      expect(screen.getByRole('alert').textContent).toMatch(said);
    },
  );

  it('ends with the movement', () => {
    const { fields } = movement();
    render(<MovementActions item={movement({ releases: [], fields: { ...fields, state: 'COMPLETED' } })} />);

    expect(screen.queryByRole('link', { name: en['movement.amend'] })).toBeNull();
  });
});
