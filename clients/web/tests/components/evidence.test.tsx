import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../src/api/items.ts';
import { aboutToReport } from '../../src/evidence/aboutToReport.ts';
import { ar } from '../../src/i18n/ar.ts';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { ReportForm } from '../../src/incidents/ReportForm.tsx';
import type { Values } from '../../src/incidents/values.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { draft, forgetDrafts } from '../../src/state/drafts.ts';
import { route } from '../../src/state/route.ts';
import { store } from '../../src/state/store.ts';
import { withoutView } from '../../src/sync/itemBook.ts';
import { site } from './notices.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const head = 'a'.repeat(64);
/** What the page asks beside. */
const beside = {
  '/explanation': { status: 404, body: { code: 'CG-2004' } },
  '/exposure': { status: 404, body: { code: 'CG-2004' } },
};
const affected = { item: 'st1', kind: 'site', reference: 'HNS-1', version: 3 };

const incident: Item = {
  item: 'in1',
  revision: 1,
  releasedAt: '2026-03-01T08:00:00Z',
  kind: 'incident',
  channel: plenary.id,
  reference: 'SIR-1',
  status: 'current',
  fields: { category: 'AIR_DRONE_STRIKE', occurredAt: '2026-03-01T05:00:00Z' },
  marking: { sensitivity: 'high', caveats: [], policy: 'p@1' },
  exercise: false,
};

beforeEach(() => {
  enter();
  forgetDrafts();
  aboutToReport.value = undefined;
  store.codeLists.value = {};
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await chooseLocale('en');
});

describe('an incident that affects a notification', () => {
  it('is begun on the page of the notification, and the form says in words what it is about', async () => {
    const held = site();
    keep([held]);
    const { posts } = fakeServer({
      ...beside,
      '/preview': { body: { views: [], fingerprint: 'print' } },
      '/reports': { status: 202, body: { item: 'in1', reference: 'SIR-1', version: 1 } },
      [`/items/${held.item}`]: { body: held },
    });
    render(<ItemScreen id={held.item} />);
    await userEvent.click(screen.getByRole('link', { name: en['affected.report'] }));
    cleanup();

    render(<ReportForm channel={plenary} />);

    const about = screen.getByRole('region', { name: en['affected.form'] });
    expect(about.textContent).toContain(held.reference);
    expect(about.textContent).toContain(en['affected.form.what']);
    expect(posts('/reports')).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: en['affected.remove'] }));
    expect(screen.queryByRole('region', { name: en['affected.form'] })).toBeNull();
  });

  it('shows its notification, when the record was kept, and saves that record with its last hash', async () => {
    keep([incident]);
    const { asked } = fakeServer({
      ...beside,
      '/affected': { body: { ...affected, kept: '2026-03-01T09:00:00Z' } },
      '/record': { body: { format: 'contactgroup-record-1', entries: [], head } },
      '/items/in1': { body: incident },
    });
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }));
    render(<ItemScreen id="in1" />);

    expect(await screen.findByText('HNS-1')).toBeTruthy();
    expect(screen.getByText(en['affected.site'])).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: en['affected.take'] }));

    expect(await screen.findByText(head)).toBeTruthy();
    expect(asked.some((each) => each.path.endsWith('/items/st1/record?incident=in1'))).toBe(true);
  });

  it('shows a colleague the notification and nothing of evidence', async () => {
    keep([incident]);
    fakeServer({ ...beside, '/affected': { body: affected }, '/items/in1': { body: incident } });
    render(<ItemScreen id="in1" />);

    expect(await screen.findByText('HNS-1')).toBeTruthy();
    expect(screen.queryByText(en['affected.kept'], { exact: false })).toBeNull();
    expect(screen.queryByRole('button', { name: en['affected.take'] })).toBeNull();
  });

  it('shows whoever may not know the page of an incident that affects nothing', async () => {
    keep([incident]);
    const { asked } = fakeServer({
      ...beside,
      '/items/in1/affected': { status: 404, body: { code: 'CG-2004' } },
      '/items/in1': { body: incident },
    });
    const { container } = render(<ItemScreen id="in1" />);
    await waitFor(() => {
      expect(asked.some((each) => each.path.endsWith('/affected'))).toBe(true);
    });

    expect(container.textContent).not.toContain(en['affected.site']);
    expect(container.textContent).not.toContain(en['affected.movement']);
  });

  it('shows everybody alike that nobody could be asked, and asks again', async () => {
    let reachable = false;
    store.link.value = 'offline';
    keep([incident]);
    fakeServer({
      ...beside,
      '/affected': () => (reachable ? { body: affected } : 'no answer'),
      '/items/in1': { body: incident },
    });
    render(<ItemScreen id="in1" />);
    await screen.findByText(en['affected.unasked']);

    reachable = true;
    store.link.value = 'online';

    expect(await screen.findByText('HNS-1')).toBeTruthy();
    expect(screen.queryByText(en['affected.unasked'])).toBeNull();
  });

  it('no longer shows its notification when that was taken away', async () => {
    keep([incident, site({ item: 'st1' })]);
    fakeServer({ ...beside, '/affected': { body: affected }, '/items/in1': { body: incident } });
    render(<ItemScreen id="in1" />);
    await screen.findByText('HNS-1');

    store.items.value = withoutView(store.items.value, 'organisation', 'st1');

    await waitFor(() => {
      expect(screen.queryByText('HNS-1')).toBeNull();
    });
  });

  it('is about what somebody came from also when they choose a room first, and no longer when they went elsewhere', () => {
    fakeServer({});
    location.hash = '#/report';
    route.value = { name: 'report' };
    aboutToReport.value = 'st1';
    route.value = { name: 'report', channel: plenary.id };
    render(<ReportForm channel={plenary} />);
    expect(screen.getByRole('region', { name: en['affected.form'] })).toBeTruthy();
    cleanup();
    render(<ReportForm channel={{ ...plenary, id: 'other' }} />); // back, and to another room
    expect(screen.getByRole('region', { name: en['affected.form'] })).toBeTruthy();
    cleanup();

    route.value = { name: 'groups' };
    route.value = { name: 'report', channel: plenary.id };
    render(<ReportForm channel={plenary} />);

    expect(screen.queryByRole('region', { name: en['affected.form'] })).toBeNull();
  });

  it.each([true, false])('asks before words that were there are about another notification: %s', async (isAboutIt) => {
    fakeServer({ '/preview': { body: { views: [], fingerprint: 'print' } } });
    draft<Values>(`report ${plenary.id}`, {}).value = { summary: 'Shots on the road.' };
    route.value = { name: 'report', channel: plenary.id };
    aboutToReport.value = 'st1';
    render(<ReportForm channel={plenary} />);
    expect(screen.getByText(en['affected.ask'])).toBeTruthy();
    expect(screen.queryByRole('region', { name: en['affected.form'] })).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: isAboutIt ? en['affected.ask.yes'] : en['affected.remove'] }),
    );

    expect(screen.queryByText(en['affected.ask'])).toBeNull();
    expect(screen.queryByRole('region', { name: en['affected.form'] }) !== null).toBe(isAboutIt);
  });

  it('speaks Arabic', async () => {
    await chooseLocale('ar');
    keep([incident]);
    fakeServer({ ...beside, '/affected': { body: affected }, '/items/in1': { body: incident } });
    render(<ItemScreen id="in1" />);

    expect(await screen.findByText(ar['affected.site'])).toBeTruthy();
  });
});

describe('the record of a notification', () => {
  it('is offered to the organisation that notified and says when it cannot be had', async () => {
    const held = site();
    keep([held]);
    fakeServer({ ...beside, '/record': 'no answer', [`/items/${held.item}`]: { body: held } });
    render(<ItemScreen id={held.item} />);

    fireEvent.click(screen.getByText(en['record.title']));
    await userEvent.click(screen.getByRole('button', { name: en['record.take'] }));

    expect(await screen.findByText(en['record.unreachable'])).toBeTruthy();
    expect(screen.getByText(en['record.handle'])).toBeTruthy();
  });

  it('is said to be refused when it is, and not to be a matter of the connection', async () => {
    const held = site();
    keep([held]);
    const refusal = { status: 404, body: { code: 'CG-2004' } };
    fakeServer({ ...beside, '/record': refusal, [`/items/${held.item}`]: { body: held } });
    render(<ItemScreen id={held.item} />);

    fireEvent.click(screen.getByText(en['record.title']));
    await userEvent.click(screen.getByRole('button', { name: en['record.take'] }));

    expect(await screen.findByText(en['record.refused'])).toBeTruthy();
    expect(screen.queryByText(en['record.unreachable'])).toBeNull();
  });
});
