import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Explanation } from '../../src/components/Explanation.tsx';
import { FieldList } from '../../src/components/FieldList.tsx';
import { GroupList } from '../../src/components/GroupList.tsx';
import { MessageRow } from '../../src/components/MessageRow.tsx';
import { Navigation } from '../../src/components/Navigation.tsx';
import { ReviewCard } from '../../src/components/ReviewCard.tsx';
import { chooseLocale } from '../../src/i18n/index.ts';
import { NotHere } from '../../src/screens/NotHere.tsx';
import { ReviewsScreen } from '../../src/screens/ReviewsScreen.tsx';
import { store } from '../../src/state/store.ts';
import { enter, message } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;
const marked = { item: 'q1', reference: 'MSG-QQQQ-1111', channel: 'plenary', at: '2026-11-21T08:00:00Z' };
const queue = { '/reviews': { body: { reviews: [] } }, '/quarantine': { body: { quarantined: [marked] } } };

beforeEach(() => {
  enter({ isCoordinator: true, audience: 'coordination' });
});

afterEach(async () => {
  cleanup();
  await chooseLocale('en');
  vi.unstubAllGlobals();
});

describe('the quarantine', () => {
  it.each([
    ['uphold', /^Uphold/],
    ['return', /^Return to the author/],
  ])('is settled by a coordinator only with a reason: %s', async (verb, button) => {
    const server = fakeServer({ [`/quarantine/q1/${verb}`]: { status: 200 }, ...queue });
    render(<ReviewsScreen />);

    const settle = await screen.findByRole('button', { name: button });
    expect(settle).toHaveProperty('disabled', true);
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'It bears a marking.');
    await userEvent.click(settle);

    await waitFor(() => {
      expect(screen.queryByText('MSG-QQQQ-1111')).toBeNull();
    });
    expect(server.posts(`/quarantine/q1/${verb}`)[0]).toMatchObject({ body: { reason: 'It bears a marking.' } });
  });

  it('keeps the reason when another coordinator was first', async () => {
    fakeServer({ '/quarantine/q1/uphold': { status: 409, body: { code: 'CG-4002' } }, ...queue });
    render(<ReviewsScreen />);

    await userEvent.type(await screen.findByRole('textbox', { name: 'Reason' }), 'It is marked.');
    await userEvent.click(screen.getByRole('button', { name: /^Uphold/ }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/already decided/);
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'It is marked.');
  });

  it('tells its organisation what was settled and why', () => {
    fakeServer({});
    const settled = { state: 'returned', reason: 'The word is no marking here.', by: 'Ngozi', at: marked.at } as const;
    const item = message({ fields: {}, releases: [], status: 'quarantined', quarantine: settled });

    render(<MessageRow item={item} onReply={nothing} onEdit={nothing} />);

    expect(screen.getByText(/A coordinator returned it/)).toBeTruthy();
    expect(screen.getByText('The word is no marking here.')).toBeTruthy();
  });
});

describe('on a small screen and in another language', () => {
  it('the number of what waits is short to see and whole to hear', () => {
    store.quarantined.value = [marked];
    render(<Navigation />);

    const place = screen.getByRole('link', { name: 'Review 1 waiting' });
    expect(place.querySelector('[aria-hidden=true]')?.textContent).toBe('1');
  });

  it('there is a way back from what is not here', () => {
    render(<NotHere />);

    expect(screen.getByRole('link', { name: 'To the groups' }).getAttribute('href')).toBe('#/');
  });

  it('a group that keeps distance says so where channels are missing', () => {
    store.groups.value = store.groups.value.map((group) => ({ ...group, posture: 'distance' }));
    render(<GroupList />);

    expect(screen.getByText(/forces are reached through their desks, and by notifications/)).toBeTruthy();
  });

  it('a flag is never shown as a word of the machine', () => {
    render(<FieldList fields={{ edited: true, acknowledgementRequested: false }} />);

    expect(screen.queryByText(/true|false/)).toBeNull();
  });

  it('a review says in Arabic too that and why it was taken back', async () => {
    await chooseLocale('ar');
    fakeServer({});
    const fields = { text: 'Words.' };
    render(
      <ReviewCard
        review={{
          review: 'r1',
          item: 'i1',
          reference: 'MSG-1',
          kind: 'message',
          channel: 'plenary',
          audience: 'side:political',
          label: 'the political side',
          reason: 'It was taken back from the political side: Too early.',
          openedAt: marked.at,
          shown: 'hash',
          original: fields,
          proposed: fields,
        }}
      />,
    );

    expect(screen.getByText(/Too early/)).toBeTruthy();
  });

  it('an explanation of everything is one line, and sentences of the shipped policy are in Arabic', async () => {
    await chooseLocale('ar');
    const rule = { rule: 'humanitarian-own-side', sentence: 'Humanitarian items go to the humanitarian side in full.' };
    const other = { rule: 'of-this-deployment', sentence: 'A rule of our own.' };
    const body = {
      item: 'm1',
      audience: 'ingo',
      sentence: '',
      code: 'own.organisation',
      shown: [{ fieldClass: 'message', grain: 'full' }],
      because: [rule, other].map((each) => ({ ...each, code: 'policy', parameters: { rule: each.rule } })),
      others: [{ audience: 'nngo', state: 'recalled', sentence: '', code: 'other.recalled' }],
    };
    fakeServer({ '/explanation': { body } });

    render(<Explanation item={message()} />);

    expect(await screen.findByText('A rule of our own.')).toBeTruthy();
    expect(screen.queryByText(rule.sentence)).toBeNull();
    expect(screen.queryByText('recalled')).toBeNull();
  });
});
