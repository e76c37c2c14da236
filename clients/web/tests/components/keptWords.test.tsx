import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AmendAdvisory } from '../../src/advisories/AmendAdvisory.tsx';
import type { Item } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { AmendSite } from '../../src/sites/AmendSite.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { advisory, site } from './notices.ts';
import { enter, movement, room } from './people.ts';
import { fakeServer } from './server.ts';

interface Amended {
  readonly of: string;
  /** The item with this version. */
  readonly at: (version: number) => Item;
  readonly form: (item: Item) => preact.JSX.Element;
  /** A text that can be typed, and what stood there. */
  readonly label: string;
  readonly stood: string;
  readonly typed: string;
  readonly path: string;
  readonly sent: object;
  /** What a colleague says in the same place, and how the form shows it. */
  readonly meanwhile: Readonly<Record<string, unknown>>;
  readonly shown: string;
}

const withVersion = (item: Item, version: number): Item => ({
  ...item,
  releases: [],
  revision: version,
  fields: { ...item.fields, version },
});

const amended: readonly Amended[] = [
  {
    of: 'a movement',
    at: (version) => withVersion(movement(), version),
    form: (item) => <AmendForm item={item} channel={room} />,
    label: en['movement.contact.phone'],
    stood: '+961 3 123 456',
    typed: '445566',
    path: '/amend',
    sent: { callContact: { name: 'Dispatch', phone: '445566' } },
    meanwhile: { callContact: { name: 'Dispatch', phone: '778899' } },
    shown: '778899',
  },
  {
    of: 'a site',
    at: (version) => withVersion(site(), version),
    form: (item) => <AmendSite item={item} channel={room} />,
    label: en['field.name'],
    stood: 'Clinic of Aylan',
    typed: 'Clinic of Aylan, new building',
    path: '/amend-site',
    sent: { name: 'Clinic of Aylan, new building' },
    meanwhile: { name: 'Clinic of Aylan, by the school' },
    shown: 'Clinic of Aylan, by the school',
  },
  {
    of: 'an advisory',
    at: (version) => withVersion(advisory(), version),
    form: (item) => <AmendAdvisory item={item} channel={room} />,
    label: en['field.place'],
    stood: 'Bridge of Aylan',
    typed: 'Both bridges of Aylan',
    path: '/amend-advisory',
    sent: { place: 'Both bridges of Aylan' },
    meanwhile: { place: 'Old bridge of Aylan' },
    shown: 'Old bridge of Aylan',
  },
];

function service(amend: () => { status?: number; body?: unknown } | 'no answer' = taken) {
  return fakeServer({ '/amend': amend });
}

function taken() {
  return { status: 202, body: { item: 'it', reference: 'REF-1', version: 4, warnings: [] } };
}

beforeEach(() => {
  enter();
  forgetDrafts();
  const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: each })) });
  store.codeLists.value = {
    'movement-category': code('STANDARD'),
    'movement-mode': code('ROAD'),
    'waypoint-type': code('ORIGIN', 'DESTINATION'),
    'site-type': code('CLINIC_PHC'),
    'site-relation': code('OPERATES'),
    'coordinate-method': code('GPS_ON_SITE'),
    'advisory-type': code('ROUTE_STATUS', 'WEATHER'),
    'route-status': code('OPEN', 'CLOSED'),
    country: code('SYR'),
  };
});
afterEach(() => {
  cleanup();
});

describe.each(amended)('what was typed over $of', ({ at, form, label, stood, typed, path, sent, meanwhile, shown }) => {
  const field = () => screen.getByLabelText(label, { selector: 'input, textarea' });
  const send = () => document.querySelector('.send button');
  const type = (value: string) => fireEvent.input(field(), { target: { value } });

  it('is there when the page comes back, and goes over the version that was read', async () => {
    const { posts } = service();
    const begun = render(form(at(3)));
    expect(field()).toHaveProperty('value', stood);
    type(typed);
    begun.unmount();

    render(form(at(3)));
    expect(await screen.findByText(enTyped.kept)).toBeTruthy();
    expect(field()).toHaveProperty('value', typed);
    await userEvent.click(await readyToSend(send));

    await waitFor(() => {
      expect(posts(path)[0]?.body).toEqual({ ...sent, ifVersion: 3, before: stoodIn(at(3), sent) });
    });
    cleanup();
    render(form(at(4)));
    expect(screen.queryByText(enTyped.kept)).toBeNull();
    expect(field()).toHaveProperty('value', stood);
  });

  it('is not sent over a newer version, and may be dropped to begin from that one', async () => {
    const { posts } = service();
    const begun = render(form(at(3)));
    type(typed);
    begun.unmount();

    render(form(at(4)));
    expect(await screen.findByText(/^Version .?4.? came after you began\. What/)).toBeTruthy();
    expect(field()).toHaveProperty('value', typed);
    expect(send()).toHaveProperty('disabled', true);

    await userEvent.click(screen.getByRole('button', { name: enTyped.drop }));
    expect(screen.queryByText(enTyped.kept)).toBeNull();
    expect(field()).toHaveProperty('value', stood);
    type(typed);
    await userEvent.click(await readyToSend(send));

    await waitFor(() => {
      expect(posts(path)[0]?.body).toEqual({ ...sent, ifVersion: 4, before: stoodIn(at(4), sent) });
    });
    expect(posts(path)).toHaveLength(1);
  });

  it('is not sent over what a colleague wrote in the same place without a new version before one of both was chosen', async () => {
    const { posts } = service();
    const begun = render(form(at(3)));
    type(typed);
    begun.unmount();
    const { fields, ...item } = at(3);

    render(form({ ...item, fields: { ...fields, ...meanwhile } }));
    expect(await screen.findByText(enTyped.decide)).toBeTruthy();
    expect(screen.getByText(new RegExp(shown))).toBeTruthy();
    expect(send()).toHaveProperty('disabled', true);
    type('');
    type(typed);
    expect(screen.getByText(enTyped.decide)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: enTyped.keepMine }));
    await userEvent.click(await readyToSend(send));

    await waitFor(() => {
      expect(posts(path)[0]?.body).toEqual({ ...sent, ifVersion: 3, before: meanwhile });
    });
  });

  it('gives way to the answer of a colleague', async () => {
    service();
    const page = render(form(at(3)));
    type(typed);
    const { fields, ...item } = at(3);
    page.rerender(form({ ...item, fields: { ...fields, ...meanwhile } }));

    await userEvent.click(screen.getByRole('button', { name: enTyped.take }));

    expect(field()).toHaveProperty('value', shown);
    expect(screen.queryByText(enTyped.decide)).toBeNull();
    expect(screen.getAllByText(en['revise.nothing']).length).toBeGreaterThan(0);
  });

  it('may have arrived when no answer came, and says so, also beside the version that it may be', async () => {
    const { posts } = service(() => ({ status: 503, body: {} }));
    const begun = render(form(at(3)));
    type(typed);
    await userEvent.click(await readyToSend(send));
    await waitFor(() => {
      expect(posts(path).length).toBeGreaterThan(0);
    });
    begun.unmount();

    const again = render(form(at(3)));
    expect(screen.getByText(enTyped.tried)).toBeTruthy();
    again.rerender(form(at(4)));

    expect(screen.getByText(/^Version .?4.? came after you began\. It may be/)).toBeTruthy();
    expect(send()).toHaveProperty('disabled', true);
  });

  it('stays when it was refused, and was not sent', async () => {
    service(() => ({ status: 400, body: { code: 'CG-1001', title: 'No.', detail: 'No.' } }));
    const begun = render(form(at(3)));
    type(typed);
    await userEvent.click(await readyToSend(send));
    await screen.findByRole('alert');
    begun.unmount();

    render(form(at(3)));
    expect(screen.getByText(enTyped.kept)).toBeTruthy();
    expect(field()).toHaveProperty('value', typed);
  });

  it('is nothing as long as nothing was typed', () => {
    service();
    render(form(at(3))).unmount();
    render(form(at(3)));

    expect(screen.queryByText(enTyped.kept)).toBeNull();
  });
});

/** What stood in the fields that are sent. */
function stoodIn(item: Item, sent: object): object {
  return Object.fromEntries(Object.keys(sent).map((name) => [name, item.fields[name]]));
}

async function readyToSend(button: () => Element | null): Promise<Element> {
  await waitFor(() => {
    expect(button()).toHaveProperty('disabled', false);
  });
  return button() as Element;
}
