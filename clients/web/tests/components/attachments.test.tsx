import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attachments } from '../../src/components/Attachments.tsx';
import { MessageComposer } from '../../src/composer/MessageComposer.tsx';
import { partBytes } from '../../src/files/upload.ts';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const text = new File(['x'.repeat(partBytes + 10)], 'log.txt', { type: 'text/plain' });
const preview = {
  body: {
    fingerprint: 'a',
    views: [{ audience: 'side:humanitarian', label: '', outcome: 'shown', sentence: '', view: { text: 'Hello' } }],
  },
};
const status = (offset: number, more: object = {}) => ({
  upload: 'u1',
  offset,
  size: text.size,
  complete: false,
  ...more,
});

beforeEach(() => {
  enter();
});

afterEach(() => {
  cleanup();
  forgetDrafts();
  vi.unstubAllGlobals();
});

async function compose(): Promise<void> {
  render(<MessageComposer channel={plenary} onDone={() => undefined} />);
  await userEvent.type(screen.getByRole('textbox'), 'Hello');
  await userEvent.upload(screen.getByLabelText('Attach pictures, text or documents'), text);
}

describe('attaching', () => {
  it('sends a file part by part and posts its id', async () => {
    const answers = [status(0), status(partBytes), status(text.size, { complete: true, crosses: true })];
    const server = fakeServer({
      '/preview': preview,
      '/messages': { status: 202, body: { item: 'i', reference: 'MSG', version: 1 } },
      '/channels/plenary/uploads': { status: 201, body: status(0) },
      '/uploads/u1': () => ({ body: answers.shift() }),
    });

    await compose();
    await screen.findByText(/Place, device and author were taken out/);
    await userEvent.click(await screen.findByRole('button', { name: /^Send to/ }));

    await waitFor(() => {
      expect(server.posts('/messages')[0]?.body).toMatchObject({ text: 'Hello', attachments: ['u1'] });
    });
    expect(server.asked.filter((each) => each.method === 'PATCH')).toHaveLength(2);
    expect(server.asked.filter((each) => each.method === 'DELETE')).toHaveLength(0);
  });

  it('goes on where the server is when an answer was lost', async () => {
    const elsewhere = { status: 409, body: { code: 'CG-6001' } };
    const answers = [
      { body: status(0) },
      elsewhere,
      { body: status(partBytes) },
      { body: status(text.size, { complete: true, crosses: true }) },
    ];
    fakeServer({
      '/preview': preview,
      '/channels/plenary/uploads': { status: 201, body: status(0) },
      '/uploads/u1': () => answers.shift() ?? {},
    });

    await compose();

    expect(await screen.findByText(/Place, device and author were taken out/)).toBeTruthy();
  });

  it('says why a document stays, and takes it back on request', async () => {
    const server = fakeServer({
      '/preview': preview,
      '/channels/plenary/uploads': { status: 201, body: status(0) },
      '/uploads/u1': { body: status(text.size, { complete: true, crosses: false, stays: 'why' }) },
    });

    await compose();
    expect(await screen.findByText(/Stays on your side/)).toBeTruthy();
    const deletes = () => server.asked.filter((each) => each.method === 'DELETE').length;
    const before = deletes();
    await userEvent.click(screen.getByRole('button', { name: /Remove .*log.txt/ }));

    expect(deletes()).toBe(before + 1);
    expect(screen.queryByText('log.txt')).toBeNull();
  });
});

describe('files of an item', () => {
  it('show name and size before anything is fetched', () => {
    const server = fakeServer({});

    render(<Attachments value={[{ name: 'attachment-1.jpg', mediaType: 'image/jpeg', size: 310_000, blob: 'b1' }]} />);

    expect(screen.getByText('attachment-1.jpg')).toBeTruthy();
    expect(screen.getByText(/310/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /Download .*attachment-1.jpg/ })).toBeTruthy();
    expect(server.asked).toHaveLength(0);
  });

  it('that are not held any more look like ones that never were', async () => {
    fakeServer({});
    render(<Attachments value={[{ name: 'attachment-1.jpg', mediaType: 'image/jpeg', size: 3, blob: 'gone' }]} />);

    await userEvent.click(screen.getByRole('button', { name: /Show .*attachment-1.jpg/ }));

    expect(await screen.findByText('This is not here, or not for you to see.')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });
});
