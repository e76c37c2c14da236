import { describe, expect, it } from 'vitest';
import type { Item } from '../api/items.ts';
import { emptyBook, scopeOf, shown, withoutView, withView } from './itemBook.ts';

const view = (revision: number, text: string): Item => ({
  item: 'i',
  kind: 'message',
  channel: 'c',
  revision,
  releasedAt: '2026-11-21T08:00:00Z',
  fields: { text },
  marking: { sensitivity: 'moderate', caveats: [], policy: 'humanitarian-space@1' },
});

const text = (book: typeof emptyBook) => shown(book.get('i'))?.fields['text'];

describe('the item book', () => {
  it('shows one item that came by two streams once, as the organisation sees it', () => {
    const book = withView(withView(emptyBook, 'organisation', view(1, 'full')), 'audience', view(1, 'partial'));

    expect(book.size).toBe(1);
    expect(text(book)).toBe('full');
  });

  it('falls back to the audience view when the organisation view is recalled', () => {
    const both = withView(withView(emptyBook, 'organisation', view(1, 'full')), 'audience', view(1, 'partial'));

    expect(text(withoutView(both, 'organisation', 'i'))).toBe('partial');
  });

  it('forgets a recalled item', () => {
    const book = withoutView(withView(emptyBook, 'audience', view(1, 'text')), 'audience', 'i');

    expect(book.has('i')).toBe(false);
  });

  it('does not let a late answer overwrite a newer revision', () => {
    const book = withView(withView(emptyBook, 'audience', view(2, 'new')), 'audience', view(1, 'old'));

    expect(text(book)).toBe('new');
  });

  it('knows an own item by its release states', () => {
    expect(scopeOf(view(1, ''))).toBe('audience');
    expect(scopeOf({ ...view(1, ''), releases: [] })).toBe('organisation');
  });
});
