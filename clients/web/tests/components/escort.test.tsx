import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { movementCodes } from './movementCodes.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

const taken = { status: 202, body: { item: 'mv1', reference: 'HNM-1', version: 3, warnings: [] } };
const send = () => document.querySelector('.send button') as HTMLElement;

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = movementCodes;
});
afterEach(cleanup);

describe('amending an armed escort', () => {
  const armed = (escortJustification?: string, escort = 'ARMED_ESCORT') =>
    movement({
      releases: [],
      fields: { ...movement().fields, version: 3, escort, ...(escortJustification ? { escortJustification } : {}) },
    });
  const asked = () => screen.getByText(enTyped.overtaken).parentElement as HTMLElement;
  const justify = (value: string) =>
    fireEvent.input(screen.getByLabelText(en['field.escortJustification']), { target: { value } });
  const page = () => {
    const { rerender } = render(<AmendForm item={armed('No other road.')} channel={room} />);
    return (item: ReturnType<typeof armed>) => {
      rerender(<AmendForm item={item} channel={room} />);
    };
  };

  it('asks before it clears a justification that a colleague rewrote meanwhile, and clears that one when told to', async () => {
    const { posts } = fakeServer({ '/amend': taken });
    const rerender = page();
    fireEvent.change(screen.getByLabelText(en['field.escort']), { target: { value: '' } });
    rerender(armed('The other road is mined.'));

    expect(within(asked()).getByText('The other road is mined.')).toBeTruthy();
    expect(within(asked()).getByText(/ARMED_ESCORT/)).toBeTruthy();
    expect(send()).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: enTyped.keepMine }));
    await userEvent.click(send());

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({
        clear: ['escort', 'escortJustification'],
        ifVersion: 3,
        before: { escort: 'ARMED_ESCORT', escortJustification: 'The other road is mined.' },
      });
    });
  });

  it('has the escort back with the justification of a colleague', async () => {
    fakeServer({});
    const rerender = page();
    fireEvent.change(screen.getByLabelText(en['field.escort']), { target: { value: 'NONE' } });
    rerender(armed('The other road is mined.'));

    await userEvent.click(screen.getByRole('button', { name: enTyped.take }));

    expect(screen.getByLabelText(en['field.escort'])).toHaveProperty('value', 'ARMED_ESCORT');
    expect(screen.getByLabelText(en['field.escortJustification'])).toHaveProperty('value', 'The other road is mined.');
    expect(screen.queryByText(enTyped.decide)).toBeNull();
  });

  it('asks before a justification goes that is written for an escort that a colleague took out', async () => {
    const { posts } = fakeServer({ '/amend': taken });
    const rerender = page();
    justify('The other road is mined.');
    rerender(armed(undefined, 'NONE'));

    expect(within(asked()).getByText(/NONE/)).toBeTruthy();
    expect(send()).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: enTyped.keepMine }));
    await userEvent.click(send());

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({
        escort: 'ARMED_ESCORT',
        escortJustification: 'The other road is mined.',
        ifVersion: 3,
        before: { escort: 'NONE', escortJustification: null },
      });
    });
  });

  it('goes on over another field that a colleague changed', () => {
    fakeServer({});
    const rerender = page();
    justify('The other road is mined.');
    const { fields, ...item } = armed('No other road.');
    rerender({ ...item, fields: { ...fields, notes: 'Slow.' } });

    expect(screen.queryByText(enTyped.decide)).toBeNull();
    expect(send()).toHaveProperty('disabled', false);
  });
});
