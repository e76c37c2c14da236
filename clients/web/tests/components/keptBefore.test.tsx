import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Item } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { forgetDrafts, openDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { movementCodes } from './movementCodes.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

const road = {
  type: 'LineString',
  coordinates: [
    [37.1, 36.1],
    [37.2, 36.2],
  ],
};
const car = { type: 'LIGHT_4X4', plate: 'NG-5', colour: '', marking: '' };

const now = (fields: Item['fields'] = {}) =>
  movement({
    releases: [],
    fields: { ...movement().fields, version: 3, notes: 'Of a colleague.', routeGeometry: road, ...fields },
  });

/** The page is loaded anew where an earlier one kept this. */
async function reload(typed: object): Promise<void> {
  const kept = { read: 3, tried: false, reason: '', values: {}, named: {}, ...typed };
  const shelf = { person: 'amina', places: { 'amend movement mv1': { at: Date.now(), value: kept } } };
  await openDrafts('amina', {
    read: () => Promise.resolve(JSON.stringify(shelf)),
    write: () => Promise.resolve(),
    empty: () => undefined,
  });
}

function service() {
  return fakeServer({ '/amend': { status: 202, body: { item: 'mv1', reference: 'HNM-1', version: 3, warnings: [] } } });
}

const notes = () => screen.getByLabelText(en['field.notes']);
const send = () => document.querySelector('.send button') as HTMLElement;

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = movementCodes;
});
afterEach(cleanup);

describe('what an earlier page kept without what stood below it', () => {
  const typed = { reason: 'Slow.', values: { notes: 'Of mine.' }, vehicles: [car], geometry: null };

  it('is there and goes over what stands now, in all its parts, and nobody is asked about what nobody knows', async () => {
    await reload(typed);
    const { posts } = service();
    render(<AmendForm item={now()} channel={room} />);
    expect(screen.getByText(enTyped.kept)).toBeTruthy();
    expect(notes()).toHaveProperty('value', 'Of mine.');
    expect(screen.queryByText(enTyped.decide)).toBeNull();

    await userEvent.click(send());

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({
        notes: 'Of mine.',
        vehicles: [{ type: 'LIGHT_4X4', plate: 'NG-5' }],
        clear: ['routeGeometry'],
        reason: 'Slow.',
        ifVersion: 3,
        before: { notes: 'Of a colleague.', vehicles: now().fields['vehicles'], routeGeometry: road },
      });
    });
  });

  it('is kept also where it is vehicles alone', async () => {
    await reload({ vehicles: [car] });
    service();
    render(<AmendForm item={now()} channel={room} />);

    expect(screen.getByText(enTyped.kept)).toBeTruthy();
    expect(screen.getByDisplayValue('NG-5')).toBeTruthy();
  });

  it('is asked about once somebody typed on in it and a colleague changed the same after that', async () => {
    await reload(typed);
    service();
    const page = render(<AmendForm item={now()} channel={room} />);

    fireEvent.input(notes(), { target: { value: 'Of mine, still.' } });
    page.rerender(<AmendForm item={now({ notes: 'Of a colleague, again.' })} channel={room} />);

    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    expect(screen.getByText('Of a colleague, again.')).toBeTruthy();
    expect(send()).toHaveProperty('disabled', true);
  });
});

describe('what an earlier page kept with what stood below it', () => {
  it('is asked about, part by part, where a colleague changed the same', async () => {
    await reload({
      values: {
        notes: 'Of mine.',
        'callContact.phone': '445566',
        'callContact.name': 'Dispatch',
        'callContact.callSign': '',
      },
      over: {
        notes: null,
        'callContact.phone': '+961 3 123 456',
        'callContact.name': 'Dispatch',
        'callContact.callSign': '',
        vehicles: [{ type: 'TRUCK_LT_10T', plate: 'NG-1234', colour: 'white', marking: '' }],
        routeGeometry: null,
      },
      vehicles: [car],
      geometry: { ...road, coordinates: [...road.coordinates, [37.3, 36.3]] },
    });
    service();
    render(<AmendForm item={now()} channel={room} />);

    const asked = screen
      .getAllByRole('button', { name: enTyped.keepMine })
      .map((button) => button.closest('[role=group]'));

    expect(asked.map((each) => each?.getAttribute('aria-label'))).toEqual([
      en['field.notes'],
      en['field.routeGeometry'],
    ]);
  });
});
