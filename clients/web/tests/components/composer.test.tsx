import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageComposer } from '../../src/composer/MessageComposer.tsx';
import { forgetDrafts } from '../../src/state/drafts.ts';
import { enter, plenary } from './people.ts';
import { fakeServer } from './server.ts';

const view = (audience: string, outcome: string) => ({
  audience,
  label: audience,
  outcome,
  sentence: '',
  view: { text: 'Hello' },
});
const ownSide = {
  fingerprint: 'a',
  views: [view('side:humanitarian', 'shown'), view('audience:military:northern-force', 'withheld')],
};
const bothSides = {
  fingerprint: 'b',
  views: [view('side:humanitarian', 'shown'), view('audience:military:northern-force', 'review')],
};
const received = { status: 202, body: { item: 'i', reference: 'MSG', version: 1 } };

const send = () => screen.findByRole('button', { name: /^Send to/ });
const write = (text: string) => userEvent.type(screen.getByRole('textbox'), text);

beforeEach(() => {
  enter();
});

afterEach(() => {
  cleanup();
  forgetDrafts();
  vi.unstubAllGlobals();
});

describe('the composer', () => {
  it('names the consequence on the button, and says in full to whom it goes', async () => {
    const server = fakeServer({ '/preview': { body: ownSide }, '/messages': received });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('Hello');
    const button = await send();
    expect(button.textContent).toMatch(/Send to .*Humanitarian side/);
    await userEvent.click(button);

    await waitFor(() => {
      expect(server.posts('/messages')).toHaveLength(1);
    });
    expect(server.posts('/messages')[0]).toMatchObject({
      guard: '1',
      body: { text: 'Hello', sensitivity: 'moderate', releaseTo: ['own-side'] },
    });
    expect(screen.getByRole('textbox')).toHaveProperty('value', '');
  });

  it('sends nothing to another side by a key before it is meant', async () => {
    const server = fakeServer({ '/preview': { body: bothSides }, '/messages': received });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);
    await write('Hello');
    const gesture = await screen.findByRole('checkbox', { name: /northern/i });

    await userEvent.type(screen.getByRole('textbox'), '{Control>}{Enter}{/Control}');
    expect(server.posts('/messages')).toHaveLength(0);
    await userEvent.click(gesture);
    await userEvent.type(screen.getByRole('textbox'), '{Control>}{Enter}{/Control}');

    await waitFor(() => {
      expect(server.posts('/messages')).toHaveLength(1);
    });
  });

  it('sends once when the key is pressed again before it is sent', async () => {
    let late = (): void => undefined;
    let times = 0;
    const server = fakeServer({
      '/preview': () =>
        times++ === 0 ? { body: bothSides } : new Promise((resolve) => (late = () => { resolve({ body: bothSides }); })), // prettier-ignore
      '/messages': received,
    });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);
    await write('Hello');
    await userEvent.click(await screen.findByRole('checkbox', { name: /northern/i }));

    await userEvent.type(screen.getByRole('textbox'), '{Control>}{Enter}{Enter}{/Control}');
    late();

    await waitFor(() => {
      expect(server.posts('/messages')).toHaveLength(1);
    });
    expect(server.posts('/preview')).toHaveLength(2);
  });

  it('asks for a second gesture before another side is reached', async () => {
    fakeServer({ '/preview': { body: bothSides } });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('Hello');
    const button = await send();
    expect(button).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('checkbox', { name: /another side.*Northern Force/ }));

    expect(button).toHaveProperty('disabled', false);
    expect(button.textContent).toMatch(/a coordinator decides about .*Northern Force/);
  });

  it('keeps the words and says so when the server refuses', async () => {
    fakeServer({
      '/preview': { body: ownSide },
      '/messages': { status: 400, body: { code: 'CG-1002', errors: { text: ['Shorten it.'] } } },
    });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('Hello');
    await userEvent.click(await send());

    expect((await screen.findByRole('alert')).textContent).toMatch(/Shorten it.*Your words are still here/);
    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Hello');
  });

  it('tries again with the same key when no answer came', async () => {
    let attempts = 0;
    const server = fakeServer({
      '/preview': { body: ownSide },
      '/messages': () => ((attempts += 1) < 2 ? 'no answer' : received),
    });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('Hello');
    await userEvent.click(await send());

    await waitFor(() => {
      expect(server.posts('/messages')).toHaveLength(2);
    });
    const [first, second] = server.posts('/messages');
    expect(first?.key).toMatch(/^[0-9a-z]{26}$/);
    expect(second?.key).toBe(first?.key);
  });

  it('does not send when who would see it changed since the button was read', async () => {
    let previews = 0;
    const server = fakeServer({
      '/preview': () => ({ body: (previews += 1) === 1 ? ownSide : bothSides }),
      '/messages': received,
    });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('H');
    await userEvent.click(await send());

    expect((await screen.findByRole('alert')).textContent).toMatch(/has changed since you read it/);
    expect(server.posts('/messages')).toHaveLength(0);
  });

  it('sends no further than was shown, and asks by another gesture when it would', async () => {
    const wider = {
      views: [view('side:humanitarian', 'shown'), view('side:political', 'review')],
      fingerprint: 'wider',
    };
    let posts = 0;
    const server = fakeServer({
      '/preview': { body: ownSide },
      '/messages': () => ((posts += 1) === 1 ? { status: 409, body: { code: 'CG-3020', ...wider } } : received),
    });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write('Hello');
    await userEvent.click(await send());
    const notice = await screen.findByRole('alertdialog');
    const confirm = within(notice).getByRole('button', { name: /^Send, also to/ });
    expect(confirm).toHaveProperty('disabled', true);
    await userEvent.click(within(notice).getByRole('checkbox'));
    await userEvent.click(confirm);

    await waitFor(() => {
      expect(server.posts('/messages')).toHaveLength(2);
    });
    const [first, second] = server.posts('/messages');
    expect([first?.shown, second?.shown]).toEqual(['a', 'wider']);
    expect(second?.key).toBe(first?.key);
  });

  it('shows what was found in the text, with the very characters', async () => {
    const text = 'At 33.5138, 36.2765 now';
    const findings = [{ field: 'text', kind: 'coordinate', start: 3, length: 16, sentence: '' }];
    fakeServer({ '/preview': { body: { ...ownSide, findings } } });
    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    await write(text);

    const found = await screen.findByRole('list', { name: 'Found in the text' });
    expect(found.textContent).toMatch(/Looks like a position:.*33\.5138, 36\.2765/);
  });

  it('keeps words that are not sent when one goes elsewhere and comes back', async () => {
    fakeServer({ '/preview': { body: ownSide } });
    const first = render(<MessageComposer channel={plenary} onDone={() => undefined} />);
    await write('Half a sentence');
    first.unmount();

    render(<MessageComposer channel={plenary} onDone={() => undefined} />);

    expect(screen.getByRole('textbox')).toHaveProperty('value', 'Half a sentence');
  });
});
