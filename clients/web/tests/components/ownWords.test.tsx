import { cleanup, fireEvent, render, screen, waitFor, type RenderResult } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviseAccess } from '../../src/access/ReviseAccess.tsx';
import type { Item } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { ReviseForm } from '../../src/incidents/ReviseForm.tsx';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { AmendSite } from '../../src/sites/AmendSite.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { movementCodes } from './movementCodes.ts';
import { constraint, site } from './notices.ts';
import { enter, incident, movement, plenary, room } from './people.ts';
import { fakeServer } from './server.ts';

const views = [
  { audience: 'side:humanitarian', label: 'humanitarian', outcome: 'shown', sentence: 'So.', view: { title: 'a' } },
];
const own = [{ audience: 'side:humanitarian', state: 'released' }] as const;
/** Takes what is sent, and never answers. */
const unanswered = () =>
  fakeServer({
    '/preview': { body: { views, fingerprint: 'print' } },
    '/it': () => new Promise(() => undefined),
  });

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function send(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: /^Send to/ }));
}

beforeEach(() => {
  enter();
  forgetDrafts();
  const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: each })) });
  store.codeLists.value = {
    ...movementCodes,
    'report-stage': code('INITIAL'),
    'access-constraint-type': code('AC3'),
    'access-severity': code('3'),
    'site-type': code('CLINIC_PHC'),
    'site-relation': code('OPERATES'),
    'coordinate-method': code('GPS_ON_SITE'),
    country: code('SYR'),
  };
});
afterEach(cleanup);

interface StoredOtherwise {
  readonly of: string;
  readonly item: Item;
  readonly form: (item: Item) => preact.JSX.Element;
  readonly label: string;
  readonly typed: string;
  readonly stored: Item['fields'];
}

const having = (item: Item, fields: Item['fields']): Item => ({ ...item, fields: { ...item.fields, ...fields } });
const moved = having(movement({ item: 'it', releases: [] }), { version: 3, cargo: ['FOOD'] });

const storedOtherwise: readonly StoredOtherwise[] = [
  {
    of: 'an amount of a movement, with a comma',
    item: moved,
    form: (item) => <AmendForm item={item} channel={room} />,
    label: en['field.cargoTonnes'],
    typed: '2,5',
    stored: { cargoTonnes: 2.5 },
  },
  {
    of: 'an amount of a movement, to the gram',
    item: moved,
    form: (item) => <AmendForm item={item} channel={room} />,
    label: en['field.cargoTonnes'],
    typed: '2.123456',
    stored: { cargoTonnes: 2.123 },
  },
  {
    of: 'a vehicle, with spaces around it',
    item: moved,
    form: (item) => <AmendForm item={item} channel={room} />,
    label: en['movement.vehicle.plate'],
    typed: ' NG-9 ',
    stored: { vehicles: [{ type: 'TRUCK_LT_10T', plate: 'NG-9', colour: 'white' }] },
  },
  {
    of: 'a number of people at a site, in Arabic digits',
    item: having(site({ item: 'it' }), { version: 3 }),
    form: (item) => <AmendSite item={item} channel={room} />,
    label: en['field.site.staff'],
    typed: '٤',
    stored: { staff: 4 },
  },
  {
    of: 'a number of people in a report, in Arabic digits',
    item: having(incident({ item: 'it', releases: own, version: 3 }), { category: 'KILLED', stage: 'INITIAL' }),
    form: (item) => <ReviseForm item={item} channel={plenary} />,
    label: en['impact.killed'],
    typed: '٤',
    stored: { impact: { killed: 4 } },
  },
  {
    of: 'a position in an access-constraint notice, in degrees and minutes',
    item: having(constraint({ item: 'it', releases: own, version: 3 }), { position: { lat: 36.1, lon: 37.1 } }),
    form: (item) => <ReviseAccess item={item} channel={plenary} />,
    label: en['field.position'],
    typed: '36°30′N 37°15′E',
    stored: { position: { lat: 36.5, lon: 37.25 } },
  },
  {
    of: 'a position in a report, in seconds with a decimal',
    item: having(incident({ item: 'it', releases: own, version: 3 }), { stage: 'INITIAL' }),
    form: (item) => <ReviseForm item={item} channel={plenary} />,
    label: en['field.position'],
    typed: '36°07′24.5″N 37°15′E',
    stored: { position: { lat: 36.123472, lon: 37.25 } },
  },
  {
    of: 'a position in a report, with eight decimals',
    item: having(incident({ item: 'it', releases: own, version: 3 }), { stage: 'INITIAL' }),
    form: (item) => <ReviseForm item={item} channel={plenary} />,
    label: en['field.position'],
    typed: '36.12345678, 37.25',
    stored: { position: { lat: 36.123457, lon: 37.25 } },
  },
];

describe.each(storedOtherwise)(
  'own words that arrived without an answer: $of',
  ({ item, form, label, typed, stored }) => {
    it('are nobody else’s', async () => {
      const { asked } = unanswered();
      const page = render(form(item));
      type(label, typed);
      await send();
      await waitFor(() => {
        expect(asked.some(({ method, path }) => method === 'POST' && path.includes('/it/'))).toBe(true);
      });

      page.rerender(form({ ...having(item, stored), ...(item.version ? { version: item.version + 1 } : {}) }));

      expect(screen.queryByText(enTyped.decide)).toBeNull();
      expect(screen.getAllByText(en['revise.nothing']).length).toBeGreaterThan(0);
    });
  },
);

describe('own words that arrived without an answer, and are typed on', () => {
  const notes = () => screen.getByLabelText(en['field.notes']);
  const page = (said: Item['fields'] = {}) => <AmendForm item={having(moved, said)} channel={room} />;

  /** Sends notes to which no answer comes. */
  async function sendNotes(words: string): Promise<RenderResult> {
    const { asked } = unanswered();
    const shown = render(page());
    type(en['field.notes'], words);
    await send();
    await waitFor(() => {
      expect(asked.length).toBeGreaterThan(0);
    });
    return shown;
  }

  it('are nobody else’s, also after a reload', async () => {
    const shown = await sendNotes('Slow. ');
    type(en['field.notes'], 'Slow, and late.');
    shown.rerender(page({ notes: 'Slow.' }));
    expect(screen.queryByText(enTyped.decide)).toBeNull();
    shown.unmount();

    render(page({ notes: 'Slow.' }));
    expect(notes()).toHaveProperty('value', 'Slow, and late.');
    expect(screen.queryByText(enTyped.decide)).toBeNull();
  });

  it('are nobody else’s when the next ones were refused because they had arrived', async () => {
    (await sendNotes('Slow.')).unmount();
    fakeServer({ '/it': { status: 409, body: { code: 'CG-3004', title: 'No.', detail: 'No.' } } });
    const shown = render(page());
    type(en['field.notes'], 'Slow, and late.');
    await send();
    await screen.findByRole('alert');

    shown.rerender(page({ notes: 'Slow.' }));

    expect(screen.queryByText(enTyped.decide)).toBeNull();
    expect(notes()).toHaveProperty('value', 'Slow, and late.');
  });

  it('are asked about when a colleague changed them since', async () => {
    const shown = await sendNotes('Slow.');
    type(en['field.notes'], 'Slow, and late.');
    shown.rerender(page({ notes: 'In time.' }));

    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    expect(screen.getByText('In time.')).toBeTruthy();
  });

  it('leave what was typed elsewhere since to be asked about', async () => {
    const shown = await sendNotes('Slow.');
    type(en['field.staff'], '5');
    shown.rerender(page({ notes: 'Slow.', staff: 9 }));

    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: enTyped.keepMine })).toHaveLength(1);
  });

  it('are nobody else’s in a report either', async () => {
    const item = having(incident({ item: 'it', releases: own, version: 3 }), { stage: 'INITIAL' });
    const { asked } = unanswered();
    const shown = render(<ReviseForm item={item} channel={plenary} />);
    type(en['field.summary'], 'Shots. ');
    await send();
    await waitFor(() => {
      expect(asked.some(({ path }) => path.endsWith('/update'))).toBe(true);
    });
    type(en['field.summary'], 'Shots, and smoke.');
    shown.rerender(<ReviseForm item={{ ...having(item, { summary: 'Shots.' }), version: 4 }} channel={plenary} />);

    expect(screen.queryByText(enTyped.decide)).toBeNull();
    expect(screen.getByLabelText(en['field.summary'])).toHaveProperty('value', 'Shots, and smoke.');
  });
});
