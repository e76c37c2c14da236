import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enForm } from '../../src/movements/enForm.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { movementCodes } from './movementCodes.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = movementCodes;
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

const absent = [
  { field: 'recipients[0]', text: 'police is not in this room now and is not told. Reach it by another way.' },
];
const taken = (warnings: readonly object[]) => ({
  status: 202,
  body: { item: 'mv1', reference: 'HNM-1', version: 2, late: false, warnings },
});
/** With the version that it has. */
const versioned = () => movement({ releases: [], fields: { ...movement().fields, version: 3 } });
const tick = (name: RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));

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
      before: { callContact: fields['callContact'] },
    });
    expect(posts('/preview')).toHaveLength(0);
  });

  it.each([
    ['en', en, /Police. is not in this room now and is not told/],
    ['ar', ar, /في هذه القناة الآن، ولا يُخطَر/],
  ] as const)('says in %s who is not told of it', async (locale, words, said) => {
    await chooseLocale(locale);
    fakeServer({ '/amend': taken(absent) });
    render(<AmendForm item={movement({ releases: [] })} channel={room} />);

    fireEvent.input(screen.getByLabelText(words['movement.contact.phone']), { target: { value: '445566' } });
    await userEvent.click(document.querySelector('.send button') as HTMLElement);

    expect((await screen.findByRole('alert')).textContent).toMatch(said);
  });

  it('asks why an escort is armed, and sends it with who else is on call and the road as it was pasted', async () => {
    const { posts } = fakeServer({ '/amend': taken([]) });
    render(<AmendForm item={versioned()} channel={room} />);
    const add = async (what: keyof typeof en) =>
      userEvent.click(screen.getByRole('button', { name: new RegExp(`^Add: .?${en[what]}`) }));
    const road = {
      type: 'LineString',
      coordinates: [
        [37.1, 36.1],
        [37.2, 36.2],
      ],
    };

    fireEvent.change(screen.getByLabelText(en['field.escort']), { target: { value: 'ARMED_ESCORT' } });
    expect(document.querySelector('.send button')).toHaveProperty('disabled', true);
    fireEvent.input(screen.getByLabelText(en['field.escortJustification']), { target: { value: 'No other road.' } });
    await add('field.focalPoint');
    const onCall = within(screen.getByRole('group', { name: en['field.focalPoint'] }));
    fireEvent.input(onCall.getByLabelText(en['movement.contact.name']), { target: { value: 'Radio room' } });
    fireEvent.input(onCall.getByLabelText(en['movement.contact.phone']), { target: { value: '119' } });
    await add('field.routeGeometry');
    const drawn = within(screen.getByRole('group', { name: en['field.routeGeometry'] }));
    fireEvent.input(drawn.getByLabelText(enForm['line.paste']), { target: { value: 'not a map' } });
    expect(drawn.getByText(enForm['line.none'])).toBeTruthy();
    fireEvent.input(drawn.getByLabelText(enForm['line.paste']), { target: { value: JSON.stringify(road) } });
    expect(await drawn.findByRole('button', { name: enForm['line.remove'] })).toBeTruthy();
    await userEvent.click(document.querySelector('.send button') as HTMLElement);

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({
        escort: 'ARMED_ESCORT',
        escortJustification: 'No other road.',
        focalPoint: { name: 'Radio room', phone: '119' },
        routeGeometry: road,
        ifVersion: 3,
        before: { escort: null, escortJustification: null, focalPoint: null, routeGeometry: null },
      });
    });
  });

  it('asks for what is carried, who travels, what is crossed and how they are reached when there is something to say', async () => {
    const { posts } = fakeServer({ '/amend': taken([]) });
    render(<AmendForm item={versioned()} channel={room} />);
    const more = async (about: 'people' | 'cargo' | 'crossing' | 'communications') => {
      const name = enForm[`more.${about}`];
      await userEvent.click(screen.getByRole('button', { name: new RegExp(`^Add: .?${name}`) }));
      return within(screen.getByRole('group', { name }));
    };
    const type = (label: keyof typeof en, value: string) => {
      fireEvent.input(screen.getByLabelText(en[label]), { target: { value } });
    };
    const choose = (code: string) => userEvent.click(screen.getByRole('checkbox', { name: code, hidden: true }));

    expect(screen.queryByLabelText(en['field.drivers'])).toBeNull();
    const people = await more('people');
    type('field.staff', '');
    type('field.drivers', '2');
    type('field.nationalStaff', '3');
    expect(people.getByRole('status').textContent).toContain('5');
    await more('cargo');
    await choose('FOOD');
    await choose('NONE');
    await choose('FUEL');
    type('field.cargoTonnes', '12.5');
    await choose(en['field.dangerousGoods']);
    await more('crossing');
    await choose(en['field.frontLineCrossing']);
    type('field.partiesOnRoute', 'One, then another.');
    await more('communications');
    await choose('HF_RADIO');
    type('field.radioCallSign', 'Heron base');
    await userEvent.click(document.querySelector('.send button') as HTMLElement);

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({
        drivers: 2,
        nationalStaff: 3,
        cargo: ['FUEL'],
        cargoTonnes: 12.5,
        dangerousGoods: true,
        frontLineCrossing: true,
        partiesOnRoute: 'One, then another.',
        communications: ['HF_RADIO'],
        radioCallSign: 'Heron base',
        ifVersion: 3,
        before: {
          drivers: null,
          nationalStaff: null,
          cargo: null,
          cargoTonnes: null,
          dangerousGoods: null,
          frontLineCrossing: null,
          partiesOnRoute: null,
          communications: null,
          radioCallSign: null,
        },
      });
    });
  });

  it('does not say how it stood where the page shows nothing of that', async () => {
    const { posts } = fakeServer({ '/amend': taken([]) });
    render(<AmendForm item={movement({ releases: [] })} channel={room} />);

    fireEvent.input(screen.getByLabelText(en['movement.contact.phone']), { target: { value: '445566' } });
    await userEvent.click(document.querySelector('.send button') as HTMLElement);

    await waitFor(() => {
      expect(posts('/amend')[0]?.body).toEqual({ callContact: { name: 'Dispatch', phone: '445566' } });
    });
  });

  it('takes no line with which there would be more positions together than there may be, and says how many', async () => {
    fakeServer({});
    render(<AmendForm item={movement({ releases: [] })} channel={room} />);
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`^Add: .?${en['field.routeGeometry']}`) }));
    const paste = (group: string, positions: number) => {
      const coordinates = Array.from({ length: positions }, (_, step) => [37 + step / 1000, 36]);
      fireEvent.input(within(screen.getByRole('group', { name: group })).getByLabelText(enForm['line.paste']), {
        target: { value: JSON.stringify({ type: 'LineString', coordinates }) },
      });
    };
    const another = (n: number) => enForm['line.alternate'].replace('{n}', String(n));

    paste(en['field.routeGeometry'], 500);
    await screen.findByRole('group', { name: another(1) });
    paste(another(1), 400);
    await screen.findByRole('group', { name: another(2) });
    paste(another(2), 101);

    expect(screen.getByText(/1,001 positions of all lines together, of 1,000/)).toBeTruthy();
    paste(another(2), 100);
    expect(await screen.findByRole('group', { name: another(3) })).toBeTruthy();
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
