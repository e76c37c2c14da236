import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Navigation } from '../../src/components/Navigation.tsx';
import { enExports } from '../../src/exports/enExports.ts';
import { FilesOfTwo } from '../../src/exports/FilesOfTwo.tsx';
import { ItemFiles } from '../../src/exports/ItemFiles.tsx';
import { TakeOut } from '../../src/exports/TakeOut.tsx';
import { en } from '../../src/i18n/en.ts';
import { loadFilesOfTwo } from '../../src/state/exportRequests.ts';
import { forgetState } from '../../src/state/sessionState.ts';
import { store } from '../../src/state/store.ts';
import { group, enter, message, room } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = { body: { own: [], waiting: [] } };
const asked = {
  request: 'q1',
  format: 'geojson',
  channel: 'room',
  kind: 'site',
  status: 'current',
  askedAt: '2026-11-28T08:00:00Z',
};
const needsTwo = { status: 403, body: { code: 'CG-4052', title: 'two' } };

beforeEach(() => {
  forgetState();
  enter();
  store.groups.value = [{ ...group, channels: [room] }];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
});
afterEach(cleanup);

describe('a list as a file', () => {
  it('is fetched in the format that was chosen, for what was chosen', async () => {
    const { asked: calls } = fakeServer({ '/exports/kml': { body: {} } });
    render(<TakeOut of="movements" />);
    await userEvent.click(
      screen.getByRole('radio', { name: new RegExp(`^${enExports['format.kml'].replace(/[()]/g, '.')}`) }),
    );
    await userEvent.selectOptions(screen.getByLabelText(en['filter.channel']), 'room');
    await userEvent.click(screen.getByRole('button', { name: enExports.take }));

    expect(await screen.findByText(enExports.taken)).toBeTruthy();
    expect(calls[0]?.path).toBe('/api/release/exports/kml?kind=movement&channel=room&status=current');
  });

  it('says that the server was not reached, and not that it said no', async () => {
    fakeServer({ '/exports/html': 'no answer', '/exports/requests': nothing });
    render(<TakeOut of="sites" />);
    await userEvent.click(screen.getByRole('button', { name: enExports.take }));

    expect(await screen.findByText(en['error.unreachable'])).toBeTruthy();
    expect(screen.queryByText(enExports['error.CG-4052'])).toBeNull();
  });

  it('of several sites is asked for, of one channel, and stands below until a second person confirms', async () => {
    let own: readonly object[] = [];
    const { posts } = fakeServer({
      '/exports/html': needsTwo,
      '/exports/requests': () => {
        own = [{ ...asked, format: 'html', state: 'waiting' }];
        return { body: { request: 'q1', own, waiting: [] } };
      },
    });
    render(<TakeOut of="sites" />);
    await userEvent.click(screen.getByRole('button', { name: enExports.take }));
    expect(await screen.findByText(enExports['error.CG-4052'])).toBeTruthy();
    const ask = screen.getByRole('button', { name: enExports['two.ask'] });
    expect(ask).toHaveProperty('disabled', true);

    await userEvent.selectOptions(screen.getByLabelText(en['filter.channel']), 'room');
    await userEvent.click(ask);

    expect(await screen.findByText(enExports['two.asked'])).toBeTruthy();
    expect(posts('/exports/requests')[0]?.body).toEqual({
      format: 'html',
      kind: 'site',
      channel: 'room',
      status: 'current',
    });
    expect(screen.getByText(enExports['state.waiting'])).toBeTruthy();
    expect(screen.queryByRole('button', { name: enExports.fetch })).toBeNull();
  });
});

describe('the second person', () => {
  it('is told that somebody waits, sees who asks for what and nothing of it, and means it before confirming', async () => {
    let confirmed = false;
    const waiting = { ...asked, state: 'waiting', person: 'Jonas Lind', organisation: 'Relief First' };
    const { posts } = fakeServer({
      '/confirm': () => {
        confirmed = true;
        return { status: 200 };
      },
      '/exports/requests': () => ({ body: { own: [], waiting: confirmed ? [] : [waiting] } }),
    });
    await loadFilesOfTwo();
    render(<Navigation />);
    expect(screen.getByText('1 file waits for a second person')).toBeTruthy();
    cleanup();

    render(<FilesOfTwo />);
    expect((await screen.findByText(/Jonas Lind/)).textContent).toContain('Relief First');
    expect(screen.getByText(/Sites.*Notifications/)).toBeTruthy();
    const button = screen.getByRole('button', { name: enExports.confirm });
    expect(button).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox', { name: enExports['confirm.mean'] }));
    await userEvent.click(button);

    expect(await screen.findByText(enExports.confirmed)).toBeTruthy();
    expect(posts('/exports/requests/q1/confirm')[0]?.key).toBeTruthy();
    await waitFor(() => {
      expect(screen.getByText(enExports['waiting.none'])).toBeTruthy();
    });
  });

  it('has confirmed: who asked fetches the file once', async () => {
    let state = 'ready';
    fakeServer({
      '/q1/file': () => {
        state = 'used';
        return { body: {} };
      },
      '/exports/requests': () => ({ body: { own: [{ ...asked, state }], waiting: [] } }),
    });
    render(<FilesOfTwo />);
    await userEvent.click(await screen.findByRole('button', { name: enExports.fetch }));

    expect(await screen.findByText(enExports.taken)).toBeTruthy();
    expect(await screen.findByText(enExports['state.used'])).toBeTruthy();
    expect(screen.queryByRole('button', { name: enExports.fetch })).toBeNull();
  });

  it('is not asked about when the server does not answer: that is said', async () => {
    fakeServer({ '/exports/requests': 'no answer' });
    render(<FilesOfTwo />);

    expect(await screen.findByText(en['error.unreachable'])).toBeTruthy();
    expect(screen.queryByText(enExports['waiting.none'])).toBeNull();
  });
});

describe('Cursor on Target', () => {
  it('is offered to a force, with the address that its systems ask, and never to the humanitarian side', async () => {
    fakeServer({});
    enter({ side: 'security', audience: 'military:northern-force' });
    const { container } = render(<TakeOut of="movements" />);
    await userEvent.click(screen.getByRole('radio', { name: /Cursor on Target/ }));

    expect(container.textContent).toContain('/api/release/exports/cot?kind=movement&status=current');
    expect(container.textContent).toContain('contactgroup export cot --kind movement --status current');
    expect(screen.queryByRole('radio', { name: /notify from/i })).toBeNull();
    cleanup();

    enter();
    render(<TakeOut of="movements" />);
    expect(screen.queryByRole('radio', { name: /Cursor on Target/ })).toBeNull();
  });
});

describe('one item as a file', () => {
  const site = message({
    kind: 'site',
    fields: { name: 'Clinic' },
    marking: { sensitivity: 'high', caveats: [], policy: 'humanitarian-space@1' },
  });

  it('that cannot be reached is not called refused', async () => {
    fakeServer({ '/export/html': 'no answer' });
    render(<ItemFiles item={site} />);
    await userEvent.click(screen.getByRole('button', { name: enExports['format.html'], hidden: true }));

    expect((await screen.findByText(en['error.unreachable'])).closest('[role=alert]')).toBeTruthy();
    expect(screen.queryByText(enExports['item.refused'])).toBeNull();
  });

  it('and one site too many shows the way to a second person', async () => {
    fakeServer({ '/export/html': needsTwo });
    render(<ItemFiles item={site} />);
    await userEvent.click(screen.getByRole('button', { name: enExports['format.html'], hidden: true }));

    await screen.findByText(enExports['error.CG-4052']);
    expect(screen.getByRole('link', { name: en['export.many'], hidden: true }).getAttribute('href')).toBe(
      '#/take-out/sites',
    );
  });
});
