import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessageRow } from '../../src/components/MessageRow.tsx';
import { ReviewCard } from '../../src/components/ReviewCard.tsx';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { store } from '../../src/state/store.ts';
import { emptyBook, withoutView, withView } from '../../src/sync/itemBook.ts';
import { enter, incident, message } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;

beforeEach(() => {
  enter();
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('an item on screen', () => {
  it('goes when it is recalled, and then looks like one that never was', async () => {
    fakeServer({});
    store.items.value = withView(emptyBook, 'audience', incident());
    render(<ItemScreen id="i1" />);
    expect(screen.getByText('Shots on the road.')).toBeTruthy();

    store.items.value = withoutView(store.items.value, 'audience', 'i1');

    await waitFor(() => {
      expect(screen.queryByText('Shots on the road.')).toBeNull();
    });
    expect(await screen.findByText('This is not here, or not for you to see.')).toBeTruthy();
  });

  it('names an author only as far as the reader may know', () => {
    fakeServer({});
    const { organisation: _o, author: _a, ...fields } = message().fields as { organisation: unknown; author: unknown };

    render(
      <MessageRow
        item={message({ fields: { ...fields, organisation: { coarse: true, constituency: 'ingo' } } })}
        onReply={nothing}
        onEdit={nothing}
      />,
    );
    expect(screen.getByText('International NGOs')).toBeTruthy();
    cleanup();

    render(<MessageRow item={message({ fields })} onReply={nothing} onEdit={nothing} />);
    expect(screen.getByText('A partner')).toBeTruthy();
  });

  it('can be changed by its author alone', () => {
    fakeServer({});
    const own = message({ fields: { text: 'Mine', author: { id: 'amina', name: 'Amina Haddad' } }, releases: [] });

    render(<MessageRow item={own} onReply={nothing} onEdit={nothing} />);
    expect(screen.getByRole('button', { name: 'Edit' })).toBeTruthy();
    cleanup();

    render(<MessageRow item={message()} onReply={nothing} onEdit={nothing} />);
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('is acknowledged by those who were asked, as receipt and nothing else', async () => {
    const server = fakeServer({ '/acknowledge': { status: 202, body: {} } });
    render(
      <MessageRow
        item={message({ fields: { ...message().fields, acknowledgementRequested: true } })}
        onReply={nothing}
        onEdit={nothing}
      />,
    );

    await userEvent.click(screen.getByRole('button', { name: 'Acknowledge receipt' }));

    expect(await screen.findByText('You have confirmed receipt.')).toBeTruthy();
    expect(server.posts('/acknowledge')[0]?.body).toEqual({});
  });
});

describe('a review', () => {
  const review = {
    review: 'r1',
    item: 'i1',
    reference: 'SIR-1',
    kind: 'incident' as const,
    channel: 'plenary',
    audience: 'audience:military:northern-force',
    reason: 'It would cross.',
    openedAt: '2026-11-21T08:00:00Z',
    shown: 'hash',
    original: { summary: 'Shots.', narrativeRestricted: 'The driver saw two men.' },
    proposed: { summary: 'Shots.' },
  };

  it('shows what is kept back beside what would be given', () => {
    fakeServer({});
    render(<ReviewCard review={review} />);

    expect(screen.getByText('Not given').closest('tr')?.textContent).toContain('The driver saw two men.');
  });

  it('is released as edited, with what was looked at', async () => {
    const server = fakeServer({ '/release': { status: 204, body: {} } });
    const editable = { ...review, fields: { summary: { longestText: 2000 } } };
    store.reviews.value = [editable];
    render(<ReviewCard review={editable} />);

    await userEvent.click(screen.getByRole('button', { name: 'Edit, then release' }));
    await userEvent.selectOptions(screen.getByLabelText(/^What happens to:/), 'Other words');
    const words = screen.getByLabelText(/^Other words for:/);
    await userEvent.clear(words);
    expect(screen.getByRole('button', { name: /^Release as edited/ })).toHaveProperty('disabled', true);
    await userEvent.type(words, 'Danger.');
    await userEvent.click(screen.getByRole('button', { name: /^Release as edited/ }));

    await waitFor(() => {
      expect(store.reviews.value).toEqual([]);
    });
    expect(server.posts('/release')[0]?.body).toEqual({ shown: 'hash', fields: { summary: { text: 'Danger.' } } });
  });

  it('cannot be edited where nothing can be changed', () => {
    fakeServer({});
    render(<ReviewCard review={review} />);

    expect(screen.queryByRole('button', { name: 'Edit, then release' })).toBeNull();
  });

  it('is returned only with a reason', async () => {
    const server = fakeServer({ '/return': { status: 204, body: {} } });
    store.reviews.value = [review];
    render(<ReviewCard review={review} />);

    await userEvent.click(screen.getByRole('button', { name: 'Return with a reason' }));
    const send = screen.getByRole('button', { name: 'Return to the author' });
    expect(send).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByRole('textbox'), 'Names a village.');
    await userEvent.click(send);

    await waitFor(() => {
      expect(store.reviews.value).toEqual([]);
    });
    expect(server.posts('/return')[0]?.body).toEqual({ reason: 'Names a village.' });
  });
});
