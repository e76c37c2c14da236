import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IncidentRow } from '../../src/components/IncidentRow.tsx';
import { MessageRow } from '../../src/components/MessageRow.tsx';
import { Quote } from '../../src/components/Quote.tsx';
import { ReviewCard } from '../../src/components/ReviewCard.tsx';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { store } from '../../src/state/store.ts';
import { emptyBook, withView } from '../../src/sync/itemBook.ts';
import { enter, incident, message } from './people.ts';
import { fakeServer } from './server.ts';

const nothing = () => undefined;

const review = {
  review: 'r',
  item: 'i1',
  reference: 'SIR',
  kind: 'incident' as const,
  channel: 'plenary',
  audience: 'audience:military:northern-force',
  sensitivity: 'high' as const,
  reason: '',
  openedAt: '2026-11-21T08:00:00Z',
  shown: 'hash',
  original: {},
  proposed: {},
};

beforeEach(() => {
  enter();
  fakeServer({});
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the marking of an item', () => {
  it.each([
    ['a message', <MessageRow item={message()} onReply={nothing} onEdit={nothing} />],
    ['an incident in a list', <IncidentRow item={incident()} />],
    ['a quotation', <Quote item={message()} />],
    ['a review', <ReviewCard review={review} />],
  ])('is part of %s', (_, surface) => {
    const { container } = render(surface);

    expect(container.querySelector('.marking')?.textContent).toContain('High');
  });

  it('stands at the top and at the end of a page of its own', () => {
    store.items.value = withView(emptyBook, 'audience', incident());

    const { container } = render(<ItemScreen id="i1" />);

    const marks = [...container.querySelectorAll('.item > .marking')];
    expect(marks).toHaveLength(2);
    expect(marks.every((mark) => mark.textContent.includes('Do not export'))).toBe(true);
  });

  it('says that an item of an exercise is one', () => {
    const { container } = render(<IncidentRow item={incident({ exercise: true })} />);

    expect(container.querySelector('.marking')?.textContent).toContain('Exercise');
  });

  it('is the strictest for a review whose label is not known', () => {
    const { sensitivity: _, ...unlabelled } = review;

    const { container } = render(<ReviewCard review={unlabelled} />);

    expect(container.querySelector('.marking')?.textContent).toContain('Severe');
  });
});
