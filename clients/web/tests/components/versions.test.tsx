import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { store } from '../../src/state/store.ts';
import { arVersions } from '../../src/versions/arVersions.ts';
import { enVersions } from '../../src/versions/enVersions.ts';
import { enter, movement } from './people.ts';
import { fakeServer } from './server.ts';

const { fields } = movement();
const sent = { to: 'military:northern-force', state: 'SENT', version: 1 };
const versions = [
  { number: 1, at: '2026-11-28T06:00:00Z', status: 'current', fields: { ...fields, version: 1, state: 'NOTIFIED' } },
  // What a force acknowledged is in its line, and no change of what was notified.
  {
    number: 2,
    at: '2026-11-28T07:00:00Z',
    status: 'current',
    fields: { ...fields, version: 1, state: 'NOTIFIED', dispatch: [sent] },
  },
  {
    number: 3,
    at: '2026-11-28T08:00:00Z',
    status: 'current',
    fields: {
      ...fields,
      version: 2,
      state: 'UNDERWAY',
      callContact: { name: 'Dispatch', phone: '445566' },
      notes: 'Slow.',
    },
  },
];

beforeEach(() => {
  enter();
  store.codeLists.value = {
    'movement-state': {
      codes: [
        { code: 'NOTIFIED', label: 'Notified' },
        { code: 'UNDERWAY', label: 'Under way' },
      ],
    },
  };
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

const open = (releases?: []) => {
  keep([movement({ fields: { ...fields, version: 2 }, ...(releases === undefined ? {} : { releases }) })]);
  render(<ItemScreen id="mv1" />);
};

describe('the earlier versions of an own item', () => {
  it('are fetched when somebody asks, and say what stood there before and since when it does not', async () => {
    const { asked } = fakeServer({ '/history': { body: { versions } } });
    open([]);
    expect(asked.some(({ path }) => path.includes('/history'))).toBe(false);

    await userEvent.click(screen.getByRole('button', { name: en['versions.show'] }));

    const section = within(await screen.findByRole('region', { name: en['versions.title'] }));
    expect(await section.findByText('Version 2')).toBeTruthy();
    const steps = section.getAllByRole('listitem').filter((one) => one.querySelector('strong'));
    expect(steps.map((step) => step.querySelector('strong')?.textContent)).toEqual(['Version 2', 'Version 1']);
    const row = (label: string) => within(section.getByText(label).closest('.field-row') as HTMLElement);
    expect(row(en['field.state']).getByText('Notified')).toBeTruthy();
    expect(row(en['field.state']).getByText('Under way')).toBeTruthy();
    expect(row(en['field.callContact']).getByText(/445566/)).toBeTruthy();
    expect(row(en['field.notes']).getByText(new RegExp(enVersions.unsaid))).toBeTruthy();
    expect(section.queryByText(en['field.dispatch'])).toBeNull();
    expect(section.getByText(enVersions.first)).toBeTruthy();
  });

  it('name what went to nobody else by the version that others have', async () => {
    const noted = {
      number: 4,
      at: '2026-11-28T09:00:00Z',
      status: 'current',
      fields: { ...versions[2]?.fields, notes: 'Slower.' },
    };
    fakeServer({ '/history': { body: { versions: [...versions, noted] } } });
    open([]);
    await userEvent.click(screen.getByRole('button', { name: en['versions.show'] }));

    expect(await screen.findByText(enVersions.ownSide.replace('{n}', '2'))).toBeTruthy();
  });

  it('say so when there is none', async () => {
    fakeServer({ '/history': { body: { versions: versions.slice(0, 1) } } });
    open([]);
    await userEvent.click(screen.getByRole('button', { name: en['versions.show'] }));

    expect(await screen.findByText(enVersions.only)).toBeTruthy();
  });

  it('are for nobody else', () => {
    fakeServer({});
    open();

    expect(screen.queryByRole('button', { name: en['versions.show'] })).toBeNull();
  });

  it('have words in Arabic', async () => {
    await chooseLocale('ar');
    fakeServer({ '/history': { body: { versions } } });
    open([]);
    await userEvent.click(screen.getByRole('button', { name: ar['versions.show'] }));

    expect(await screen.findByText(arVersions.first)).toBeTruthy();
  });
});
