import type { Item } from '../api/items.ts';

/** The two views of one item a person may hold: their audience's, and their own organisation's, which is never the narrower. */
export interface HeldItem {
  readonly audience?: Item;
  readonly organisation?: Item;
}

export type ViewScope = keyof HeldItem;

/** Every item this browser holds, in memory only. */
export type ItemBook = ReadonlyMap<string, HeldItem>;

export const emptyBook: ItemBook = new Map();

/** The view to show: the organisation's when there is one, else the audience's. One item is one row, whichever streams it came by. */
export function shown(held: HeldItem | undefined): Item | undefined {
  return held?.organisation ?? held?.audience;
}

export function withView(book: ItemBook, scope: ViewScope, view: Item): ItemBook {
  const held = book.get(view.item);
  if ((held?.[scope]?.revision ?? 0) > view.revision) return book; // an answer that was overtaken by a live entry
  return new Map(book).set(view.item, { ...held, [scope]: view });
}

/** A recall takes one view away; the item goes when no view is left. */
export function withoutView(book: ItemBook, scope: ViewScope, item: string): ItemBook {
  const held = book.get(item);
  if (held?.[scope] === undefined) return book;
  const next = new Map(book);
  const other = scope === 'audience' ? held.organisation : held.audience;
  if (other === undefined) next.delete(item);
  else next.set(item, scope === 'audience' ? { organisation: other } : { audience: other });
  return next;
}

/** Which scope a view fetched by id or search belongs to: only the own organisation is told how far an item has gone. */
export function scopeOf(view: Item): ViewScope {
  return view.releases === undefined || view.releases === null ? 'audience' : 'organisation';
}
