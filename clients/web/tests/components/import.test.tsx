import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arImports } from '../../src/imports/arImports.ts';
import { enImports } from '../../src/imports/enImports.ts';
import { ImportSheet } from '../../src/imports/ImportSheet.tsx';
import { en } from '../../src/i18n/en.ts';
import { chooseLocale } from '../../src/i18n/index.ts';
import { ImportScreen } from '../../src/screens/ImportScreen.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { store } from '../../src/state/store.ts';
import { enter, room } from './people.ts';
import { fakeServer } from './server.ts';

const [header = '', example = ''] = readFileSync(
  join(import.meta.dirname, '../../src/imports/templates/sites.csv'),
  'utf8',
).split('\n');
const siteRow = (id: string) => example.replace('EXAMPLE-1', id);
const views = [
  { audience: 'audience:military:northern-force', label: 'the force', outcome: 'shown', sentence: 'So it is.' },
];
const looked = { body: { views, findings: [], warnings: [], fingerprint: 'print' } };
const taken = { status: 202, body: { item: 'st1', reference: 'HNS-1', version: 1, warnings: [] } };
const none = { body: { there: [] } };

beforeEach(() => {
  enter();
  forgetDrafts();
});
afterEach(async () => {
  cleanup();
  await chooseLocale('en');
});

async function choose(...rows: string[]): Promise<void> {
  await userEvent.click(screen.getByRole('radio', { name: en['board.sites'] }));
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  const text = [header, ...rows].join('\n');
  fireEvent.change(input, { target: { files: [new File([text], 'sites.csv', { type: 'text/csv' })] } });
  await screen.findByText(/sites\.csv/);
}

const consent = () =>
  userEvent.click(screen.getByRole('checkbox', { name: /My organisation consents: .*Northern Force/ }));
const look = () => userEvent.click(screen.getByRole('button', { name: enImports.look }));

describe('notifying from a table', () => {
  it('looks every row over before the first is sent, then sends each once, by a key of its own and no further than was shown', async () => {
    const { asked, posts } = fakeServer({ '/brought': none, '/preview': looked, '/sites': taken });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'), siteRow('b'));
    await consent();
    await look();
    await screen.findByText(/2 can go, 0 there already, 0 at fault/);
    expect(screen.getByText(/Told at once: .*Northern Force/)).toBeTruthy();
    expect(posts('/sites')).toHaveLength(0);

    await userEvent.click(screen.getByRole('button', { name: 'Notify 2 sites' }));

    await screen.findByText('Added 2, there already 0, not taken 0.');
    const sent = posts('/sites');
    expect(sent.map(({ body }) => (body['sourceReference'] as { id: string }).id)).toEqual(['a', 'b']);
    expect(sent[0]?.body['recipients']).toEqual([{ audience: 'military:northern-force', consent: true }]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
    expect(sent.every(({ shown }) => shown === 'print')).toBe(true);
    expect(asked.filter(({ path }) => path.endsWith('/preview'))).toHaveLength(2);
  });

  it('sends nothing while one row is at fault, says where and what to do, and sends the others only when asked to', async () => {
    let times = 0;
    const refusal = { status: 400, body: { code: 'CG-1002', errors: { 'content.accuracy': ['Give metres.'] } } };
    const { posts } = fakeServer({
      '/brought': none,
      '/preview': () => ((times += 1) === 1 ? refusal : looked),
      '/sites': taken,
    });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'), siteRow('b'));
    await consent();
    await look();

    expect((await screen.findByText('Give metres.')).closest('li')?.textContent).toMatch(
      /line .?2.*id .*a.*column .*accuracy/,
    );
    const button = screen.getByRole('button', { name: 'Notify 1 site' });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox', { name: enImports.partly }));
    await userEvent.click(button);

    await screen.findByText('Added 1, there already 0, not taken 1.');
    expect(posts('/sites')).toHaveLength(1);
  });

  it('frames what the server says of a row in the language of the person, and marks it as English', async () => {
    const refusal = { status: 400, body: { code: 'CG-1002', errors: { 'content.accuracy': ['Give metres.'] } } };
    fakeServer({ '/brought': none, '/preview': () => refusal });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'));
    await consent();
    await look();
    await screen.findByText('Give metres.');

    await act(() => chooseLocale('ar'));

    const said = await screen.findByText('Give metres.');
    expect([said.lang, said.dir]).toEqual(['en', 'ltr']);
    expect(said.closest('li')?.textContent).toContain(arImports['report.server']);
  });

  it('takes no row that names a force without a consent, and offers none of a force that is not in the room', async () => {
    const { asked } = fakeServer({ '/brought': none });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'), siteRow('b').replace('military:northern-force', 'military:southern-force'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await look();

    await screen.findByText(/0 can go, 0 there already, 2 at fault/);
    expect(screen.queryByRole('button', { name: /^Notify/ })).toBeNull();
    expect(asked).toHaveLength(0);
  });

  it('goes on after the link was lost without sending twice what went in', async () => {
    let times = 0;
    const refusal = { status: 409, body: { code: 'CG-3002', title: 'closed' } };
    const { posts } = fakeServer({
      '/brought': none,
      '/preview': looked,
      '/sites': () => ((times += 1) === 2 ? refusal : taken),
    });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'), siteRow('b'));
    await consent();
    await look();
    await userEvent.click(await screen.findByRole('button', { name: 'Notify 2 sites' }));

    expect(await screen.findByText(enImports.stopped)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: enImports.goOn }));

    await screen.findByText('Added 2, there already 0, not taken 0.');
    expect(posts('/sites')).toHaveLength(3);
    const ids = posts('/sites').map(({ body }) => (body['sourceReference'] as { id: string }).id);
    expect(ids[2]).toBe(ids[1]);
  });

  it('is still here when one comes back, and what is there already is neither looked over nor sent again', async () => {
    const { posts } = fakeServer({ '/brought': { body: { there: ['a'] } }, '/preview': looked, '/sites': taken });
    const first = render(<ImportSheet channel={room} />);
    await choose(siteRow('a'), siteRow('b'));
    await consent();
    first.unmount();

    render(<ImportSheet channel={room} />);
    expect(screen.getByText(enImports.left)).toBeTruthy();
    await look();
    await screen.findByText(/1 can go, 1 there already, 0 at fault/);
    expect(posts('/preview')).toHaveLength(1);
  });

  it('takes another table after the first, and keeps nothing of one that went in', async () => {
    const { posts } = fakeServer({ '/brought': none, '/preview': looked, '/sites': taken });
    const first = render(<ImportSheet channel={room} />);
    for (const id of ['a', 'b']) {
      await choose(siteRow(id));
      await consent();
      await look();
      await userEvent.click(await screen.findByRole('button', { name: 'Notify 1 site' }));
      await screen.findByText('Added 1, there already 0, not taken 0.');
    }
    expect(posts('/sites')).toHaveLength(2);
    first.unmount();

    render(<ImportSheet channel={room} />);
    expect(screen.queryByText(enImports.left)).toBeNull();
  });

  it('says that a row differs from what is there, instead of calling it taken', async () => {
    const differs = { field: 'name', text: 'It is there with another name. Amend it.' };
    fakeServer({
      '/brought': none,
      '/preview': looked,
      '/sites': { ...taken, body: { ...taken.body, existing: true, warnings: [differs] } },
    });
    render(<ImportSheet channel={room} />);
    await choose(siteRow('a'));
    await consent();
    await look();
    await userEvent.click(await screen.findByRole('button', { name: 'Notify 1 site' }));

    await screen.findByText('Added 0, there already 0, not taken 1.');
    expect(screen.getByText(differs.text)).toBeTruthy();
  });

  it('names the fault of a table in Arabic', async () => {
    await chooseLocale('ar');
    fakeServer({});
    render(<ImportSheet channel={room} />);
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    fireEvent.change(input, { target: { files: [new File(['id,row\n'], 'x.csv')] } });

    await waitFor(() => {
      expect(screen.getByText(arImports['fault.unreadable'])).toBeTruthy();
    });
  });

  it('is there only for who may notify in the room', () => {
    fakeServer({});
    store.groups.value = store.groups.value.map((group) => ({
      ...group,
      channels: [{ ...room, id: 'other', forces: undefined as never }],
    }));
    render(<ImportScreen channel="other" />);

    expect(screen.getByText(en['notHere.title'])).toBeTruthy();
  });
});
