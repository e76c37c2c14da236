import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ItemRow } from '../../src/components/ItemRow.tsx';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { NotifySiteScreen } from '../../src/screens/NotifySiteScreen.tsx';
import { SitesScreen } from '../../src/screens/SitesScreen.tsx';
import { AmendSite } from '../../src/sites/AmendSite.tsx';
import { NotifySite } from '../../src/sites/NotifySite.tsx';
import { SiteActions } from '../../src/sites/SiteActions.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { site } from './notices.ts';
import { enter, room } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;
const code = (...codes: string[]) => ({ codes: codes.map((each) => ({ code: each, label: `the ${each}` })) });
const view = (audience: string, outcome: string) => ({ audience, label: audience, outcome, sentence: 'So it is.' });
const told = { views: [view('side:humanitarian', 'shown'), view('audience:police', 'shown')], fingerprint: 'print' };
const taken = { status: 202, body: { item: 'st1', reference: 'HNS-1', version: 3, warnings: [] } };

beforeEach(() => {
  enter();
  forgetDrafts();
  store.codeLists.value = {
    'site-type': code('CLINIC_PHC', 'SCHOOL'),
    'site-relation': code('OPERATES'),
    'coordinate-method': code('GPS_ON_SITE'),
    'site-removal-reason': code('CLOSED', 'ERROR'),
    country: code('SYR'),
  };
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const tick = (name: RegExp) => userEvent.click(screen.getByRole('checkbox', { name }));

function fill(): void {
  choose(en['field.siteType'], 'CLINIC_PHC');
  type(en['field.name'], 'Clinic of Aylan');
  choose(en['field.relation'], 'OPERATES');
  type(en['field.position'], '36.123456, 37.234567');
  choose(en['field.coordinateMethod'], 'GPS_ON_SITE');
  type(en['field.accuracy'], '20');
  choose(en['field.country'], 'SYR');
  type(en['movement.contact.name'], 'Guard');
  type(en['movement.contact.phone'], '112233');
}

describe('notifying a site', () => {
  it('asks a consent for each force that says what it gets, and sends what was shown', async () => {
    const { posts } = fakeServer({ '/preview': { body: told }, '/sites': taken });
    render(<NotifySite channel={room} />);
    expect(screen.getByRole('button', { name: en['movement.send.notYet'] })).toHaveProperty('disabled', true);
    fill();
    await tick(/^Tell .?Police/);
    expect(screen.getByRole('button', { name: en['movement.send.notYet'] })).toBeTruthy();

    await tick(/consents: .?Police.? gets kind, name, position, outline/);
    await userEvent.click(await screen.findByRole('button', { name: /^Send to .*Police/ }));

    expect(await screen.findByText(en['movement.received'])).toBeTruthy();
    expect(screen.getByText(en['movement.law'])).toBeTruthy();
    const [sent] = posts('/sites');
    expect(sent?.path).toBe('/api/movements/channels/room/sites');
    expect(sent?.shown).toBe('print');
    expect(sent?.body).toEqual({
      siteType: 'CLINIC_PHC',
      name: 'Clinic of Aylan',
      relation: 'OPERATES',
      position: { lat: 36.123456, lon: 37.234567 },
      coordinateMethod: 'GPS_ON_SITE',
      accuracy: 20,
      country: 'SYR',
      callContact: { name: 'Guard', phone: '112233' },
      recipients: [{ audience: 'police', consent: true }],
    });
  });

  it('says what is missing field by field, and what would not be understood', () => {
    fakeServer({});
    render(<NotifySite channel={room} />);
    type(en['field.accuracy'], 'near');

    expect(screen.getByText(/Kind of site.?: not said yet/)).toBeTruthy();
    expect(screen.getByText(`${en['field.accuracy']}: ${en['movement.fault.number']}`)).toBeTruthy();
  });

  it('is there only for who may notify, under the sentence of law', () => {
    store.groups.value = store.groups.value.map((group) => ({
      ...group,
      channels: [room, { ...room, id: 'other', forces: undefined as never }],
    }));

    render(<NotifySiteScreen channel="room" />);
    expect(screen.getByText(en['movement.law'])).toBeTruthy();
    cleanup();
    render(<NotifySiteScreen channel="other" />);
    expect(screen.getByText(en['notHere.title'])).toBeTruthy();
  });
});

describe('what may be done with a site', () => {
  it('is to confirm the version that was read, or to remove it with a reason', async () => {
    const { posts } = fakeServer({ '/revalidate': taken, '/remove': taken });
    render(<SiteActions item={site({ fields: { ...site().fields, state: 'REVALIDATION_DUE' } })} />);

    await userEvent.click(screen.getByRole('button', { name: en['site.revalidate'] }));
    await userEvent.click(screen.getByRole('button', { name: en['site.revalidate.confirm'] }));
    await waitFor(() => {
      expect(posts('/items/st1/revalidate')[0]?.body).toEqual({ ifVersion: 2 });
    });

    await userEvent.click(screen.getByRole('button', { name: en['site.remove'] }));
    expect(screen.getByText(/does not change the protection/)).toBeTruthy();
    expect(screen.getByRole('button', { name: en['site.remove.confirm'] })).toHaveProperty('disabled', true);
    choose(en['field.removalReason'], 'CLOSED');
    await userEvent.click(screen.getByRole('button', { name: en['site.remove.confirm'] }));
    await waitFor(() => {
      expect(posts('/items/st1/remove')[0]?.body).toEqual({ reason: 'CLOSED', ifVersion: 2 });
    });
  });

  it('is nothing for who was told, and ends when it is removed', () => {
    const { container, unmount } = render(<SiteActions item={site({ releases: null })} />);
    expect(container.textContent).toBe('');
    unmount();

    render(<SiteActions item={site({ fields: { ...site().fields, state: 'REMOVED' } })} />);
    expect(screen.queryByText(en['movement.amend'])).toBeNull();
    expect(screen.getByRole('button', { name: en['item.withdraw'] })).toBeTruthy();
  });

  it.each([
    ['en', en, /Police. is not in this room now/],
    ['ar', ar, /في هذه القناة الآن، ولا يُخطَر/],
  ] as const)('leaves in %s who is not told on show until it was read', async (locale, words, said) => {
    await chooseLocale(locale);
    const text = 'police is not in this room now and is not told. Reach it by another way.';
    fakeServer({ '/revalidate': { ...taken, body: { ...taken.body, warnings: [{ field: 'recipients[0]', text }] } } });
    render(<SiteActions item={site()} />);

    await userEvent.click(screen.getByRole('button', { name: words['site.revalidate'] }));
    await userEvent.click(screen.getByRole('button', { name: words['site.revalidate.confirm'] }));
    expect((await screen.findByRole('alert')).textContent).toMatch(said);

    await userEvent.click(screen.getByRole('button', { name: words['movement.warnings.read'] }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is to amend it: only what changed is sent, at once, and nobody is named anew', async () => {
    const { posts } = fakeServer({ '/amend-site': taken });
    render(<AmendSite item={site()} channel={room} />);
    expect(screen.queryByRole('checkbox', { name: /Police/ })).toBeNull();

    type(en['field.position'], '36.123999, 37.234567');
    await userEvent.click(screen.getByRole('button', { name: /^Send to .*Northern Force/ }));

    expect(await screen.findByText(en['movement.received'])).toBeTruthy();
    expect(posts('/amend-site')[0]?.body).toEqual({
      position: { lat: 36.123999, lon: 37.234567 },
      ifVersion: 2,
      before: { position: site().fields['position'] },
    });
    expect(posts('/preview')).toHaveLength(0);
  });
});

describe('a force that was told of a site', () => {
  const held = (state = 'SENT') => {
    const { recipients: _, relation: __, ...fields } = site().fields;
    return site({ releases: null, fields: { ...fields, dispatch: [{ state, version: 2 }] } });
  };

  it('acknowledges the version it reads, in words about a site, and is offered no decision', async () => {
    enter({ side: 'security', audience: 'military:northern-force' });
    const { posts } = fakeServer({ '/acknowledge': { status: 202, body: { item: 'st1', version: 2 } } });
    keep([held()]);
    const { container } = render(<ItemScreen id="st1" />);

    expect(screen.getByText(en['site.acknowledge.what'])).toBeTruthy();
    fireEvent.input(screen.getByLabelText(en['movement.acknowledge.cell']), { target: { value: 'Desk 4' } });
    fireEvent.click(screen.getByRole('button', { name: 'Acknowledge receipt of version 2' }));

    await waitFor(() => {
      expect(posts('/items/st1/acknowledge')[0]?.body).toEqual({ version: 2, cell: 'Desk 4' });
    });
    expect(container.textContent).toContain(en['movement.law']);
    expect(container.textContent).not.toContain(en['field.recipients']);
    expect(screen.queryByText(en['site.remove'])).toBeNull();
  });

  it('finds what it has not acknowledged first in its list, and how many have to be confirmed', async () => {
    const stale = { ...held('ACKNOWLEDGED'), item: 'st2', fields: { ...held('ACKNOWLEDGED').fields, state: 'STALE' } };
    fakeServer({ '/items?': { body: { items: [stale, held()], count: 2 } } });

    const { container } = render(<SitesScreen />);

    expect(await screen.findByText('1 is not acknowledged yet. 1 has to be confirmed again.')).toBeTruthy();
    const rows = [...container.querySelectorAll('article')].map((row) => row.getAttribute('data-item'));
    expect(rows).toEqual(['st1', 'st2']);
  });
});

describe('the row of a site', () => {
  it('says what and where it is, whom to call, how far it can be trusted, and what a notification is', () => {
    const { container } = render(
      <ItemRow item={site({ fields: { ...site().fields, state: 'STALE' } })} onReply={nothing} onEdit={nothing} />,
    );

    expect(container.querySelector('h2')?.textContent).toBe('Clinic of Aylan');
    expect(container.textContent).toContain('36.123456');
    expect(container.querySelector('a[href="tel:+9613123456"]')).not.toBeNull();
    expect(container.querySelector('.late')?.textContent).toBe(en['site.stale']);
    expect(container.textContent).toContain(en['movement.law']);
    expect(container.querySelector('.marking')).not.toBeNull();
  });
});
