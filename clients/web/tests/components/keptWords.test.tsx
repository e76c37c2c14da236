import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviseAccess } from '../../src/access/ReviseAccess.tsx';
import { AmendAdvisory } from '../../src/advisories/AmendAdvisory.tsx';
import type { Item } from '../../src/api/items.ts';
import { en } from '../../src/i18n/en.ts';
import { ReviseForm } from '../../src/incidents/ReviseForm.tsx';
import { AmendForm } from '../../src/movements/AmendForm.tsx';
import { enTyped } from '../../src/notices/enTyped.ts';
import { AmendSite } from '../../src/sites/AmendSite.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { advisory, constraint, site } from './notices.ts';
import { enter, incident, movement, plenary, room } from './people.ts';
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
  },
  {
    of: 'an access-constraint notice',
    at: (version) => withVersion(constraint(), version),
    form: (item) => <ReviseAccess item={item} channel={plenary} />,
    label: en['field.title'],
    stood: 'Papers for the northern road',
    typed: 'Papers for every road',
    path: '/update',
    sent: { title: 'Papers for every road' },
  },
  {
    of: 'an incident report',
    at: (version) => withVersion(incident({ fields: { ...incident().fields, stage: 'INITIAL' } }), version),
    form: (item) => <ReviseForm item={item} channel={plenary} />,
    label: en['field.summary'],
    stood: 'Shots on the road.',
    typed: 'Shots on both roads.',
    path: '/update',
    sent: { summary: 'Shots on both roads.', stage: 'INITIAL' },
  },
];

/** Which version the history of the item ends with. */
let latest = 3;

function service() {
  const taken = { status: 202, body: { item: 'it', reference: 'REF-1', version: latest + 1, warnings: [] } };
  const views = [
    { audience: 'side:humanitarian', label: 'humanitarian', outcome: 'shown', sentence: 'So.', view: { title: 'a' } },
  ];
  return fakeServer({
    '/preview': { body: { views, fingerprint: 'print' } },
    '/history': () => ({
      body: { versions: [{ number: latest, at: '2026-11-02T08:00:00Z', status: 'current', fields: {} }] },
    }),
    '/amend': taken,
    '/update': taken,
  });
}

beforeEach(() => {
  enter();
  forgetDrafts();
  latest = 3;
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
    'access-constraint-type': code('AC3'),
    'access-severity': code('3'),
    'report-stage': code('INITIAL', 'UPDATE'),
    country: code('SYR'),
  };
});
afterEach(() => {
  cleanup();
});

describe.each(amended)('what was typed over $of', ({ at, form, label, stood, typed, path, sent }) => {
  const field = () => screen.getByLabelText(label);
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
      expect(posts(path)[0]?.body).toEqual({ ...sent, ifVersion: 3 });
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

    latest = 4;
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
      expect(posts(path)[0]?.body).toEqual({ ...sent, ifVersion: 4 });
    });
    expect(posts(path)).toHaveLength(1);
  });

  it('is nothing as long as nothing was typed', () => {
    service();
    render(form(at(3))).unmount();
    render(form(at(3)));

    expect(screen.queryByText(enTyped.kept)).toBeNull();
  });
});

async function readyToSend(button: () => Element | null): Promise<Element> {
  await waitFor(() => {
    expect(button()).toHaveProperty('disabled', false);
  });
  return button() as Element;
}
