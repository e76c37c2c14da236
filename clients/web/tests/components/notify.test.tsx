import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { MovementActions } from '../../src/movements/MovementActions.tsx';
import { NotifyForm } from '../../src/movements/NotifyForm.tsx';
import { SayState } from '../../src/movements/SayState.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

const view = (audience: string, outcome: string) => ({ audience, label: audience, outcome, sentence: 'So it is.' });
const told = { views: [view('side:humanitarian', 'shown'), view('audience:police', 'shown')], fingerprint: 'print' };

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = {
    'movement-category': { codes: [{ code: 'STANDARD' }] },
    'movement-mode': { codes: [{ code: 'ROAD' }] },
    'waypoint-type': { codes: [{ code: 'ORIGIN' }, { code: 'DESTINATION' }] },
  };
});
afterEach(cleanup);

function fill(): void {
  const type = (label: string, value: string, at = 0) => {
    const field = screen.getAllByLabelText(label)[at];
    if (field === undefined) throw new Error(label);
    fireEvent.input(field, { target: { value } });
  };
  fireEvent.change(screen.getByLabelText(en['field.category']), { target: { value: 'STANDARD' } });
  fireEvent.change(screen.getByLabelText(en['field.mode']), { target: { value: 'ROAD' } });
  for (const [at, time] of ['06:00', '16:00'].entries()) {
    type(en['form.day'], '2026-12-01', at);
    type(en['movement.time'], time, at);
    type(en['form.lat'], '36.123456', at);
    type(en['form.lon'], '37.234567', at);
  }
  type(en['movement.contact.name'], 'Dispatch');
  type(en['movement.contact.phone'], '112233');
}

const tick = (name: RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));

describe('notifying a movement', () => {
  it('names what is missing and sends nothing before it is there', () => {
    const { posts } = fakeServer({});

    render(<NotifyForm channel={room} />);

    expect(screen.getByText(/Mode.?: not said yet/)).toBeTruthy();
    expect(screen.getByRole('button', { name: en['movement.send.notYet'] })).toHaveProperty('disabled', true);
    expect(posts('/preview')).toHaveLength(0);
  });

  it('asks a consent for each force, shows who gets what, and sends what was shown', async () => {
    const { posts } = fakeServer({
      '/preview': { body: told },
      '/movements': { status: 202, body: { item: 'x', reference: 'HNM-1', version: 1, late: true, warnings: [] } },
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
      '/movements': { status: 400, body: { code: 'CG-1002', errors: { lateReason: ['Say why.'] } } },
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

  it('leads from the last step to the question that the preview asks', async () => {
    fakeServer({ '/preview': { status: 400, body: { code: 'CG-1002', errors: { lateReason: ['Say why.'] } } } });
    render(<NotifyForm channel={room} />);
    fill();
    for (let step = 0; step < 3; step++) await userEvent.click(screen.getByRole('button', { name: en['form.next'] }));

    const way = await screen.findByRole('button', { name: /^Go to what needs correcting: .?What and when/ }, { timeout: 5000 });
    expect(screen.getByRole('alert').textContent).toContain(en['field.lateReason']);
    await userEvent.click(way);

    const step = screen.getByLabelText(en['field.lateReason']).closest('section.question-group');
    expect(step?.getAttribute('data-current')).toBe('true');
  });
});

describe('what may be done with a movement', () => {
  it('stays open with who was not told, when a state is said', async () => {
    const warnings = [{ field: 'recipients[0]', text: 'police is not in this room now and is not told. Reach it by another way.' }];
    fakeServer({ '/state': { status: 202, body: { item: 'mv1', reference: 'HNM-1', version: 2, late: false, warnings } } });
    render(<SayState item={movement()} state="COMPLETED" onDone={() => undefined} />);

    await userEvent.click(screen.getByRole('button', { name: /^Say so/ }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/Police.* is not in this room now/);
    expect(screen.getByRole('button', { name: en['movement.say.read'] })).toBeTruthy();
  });

  it('is nothing for who was told of it', () => {
    const { container } = render(<MovementActions item={movement()} />);

    expect(container.textContent).toBe('');
  });

  it('is for its own organisation to say what comes after the present state, and to take it back with a reason', async () => {
    const { posts } = fakeServer({ '/state': { status: 202 }, '/withdraw': { status: 202 } });
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

  it('ends with the movement', () => {
    const { fields } = movement();
    render(<MovementActions item={movement({ releases: [], fields: { ...fields, state: 'COMPLETED' } })} />);

    expect(screen.queryByRole('link', { name: en['movement.amend'] })).toBeNull();
  });
});

describe('amending a movement', () => {
  it('sends only what changed, at once, and names nobody anew', async () => {
    const { posts } = fakeServer({
      '/amend': { status: 202, body: { item: 'mv1', reference: 'HNM-1', version: 2, late: false, warnings: [] } },
    });
    const { fields } = movement();
    render(<AmendForm item={movement({ releases: [], fields: { ...fields, version: 3 } })} channel={room} />);
    expect(screen.queryByRole('checkbox', { name: /Police/ })).toBeNull();

    fireEvent.input(screen.getByLabelText(en['movement.contact.phone']), { target: { value: '445566' } });
    await userEvent.click(screen.getByRole('button', { name: /^Send to .*Northern Force/ }));

    expect(await screen.findByText(en['movement.received'])).toBeTruthy();
    expect(posts('/amend')[0]?.body).toEqual({
      callContact: { name: 'Dispatch', phone: '445566' },
      ifVersion: 3,
    });
    expect(posts('/preview')).toHaveLength(0);
  });

  it('takes the movement from who is left out', async () => {
    const { posts } = fakeServer({ '/amend': { status: 202, body: { item: 'mv1', version: 2, warnings: [] } } });
    render(<AmendForm item={movement({ releases: [] })} channel={room} />);

    await tick(/^Tell .{0,2}Northern Force/);
    await userEvent.click(screen.getByRole('button', { name: /^Send to/ }));

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({ recipients: [] });
    });
  });
});
