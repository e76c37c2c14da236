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

/** What happened to one view. */
export type Change =
  | { readonly kind: 'put'; readonly scope: ViewScope; readonly view: Item }
  | { readonly kind: 'recall'; readonly scope: ViewScope; readonly item: string };

/** The book after some changes, in order; copied once, because hundreds may come together. */
export function changed(book: ItemBook, changes: readonly Change[]): ItemBook {
  const next = new Map(book);
  for (const change of changes) {
    switch (change.kind) {
      case 'put':
        put(next, change.scope, change.view);
        break;
      case 'recall':
        recall(next, change.scope, change.item);
        break;
    }
  }
  return next;
}

export function withView(book: ItemBook, scope: ViewScope, view: Item): ItemBook {
  return changed(book, [{ kind: 'put', scope, view }]);
}

export function withoutView(book: ItemBook, scope: ViewScope, item: string): ItemBook {
  return changed(book, [{ kind: 'recall', scope, item }]);
}

function put(book: Map<string, HeldItem>, scope: ViewScope, view: Item): void {
  const held = book.get(view.item);
  if ((held?.[scope]?.revision ?? 0) > view.revision) return; // an answer that was overtaken by a live entry
  book.set(view.item, { ...held, [scope]: view });
}

/** A recall takes one view away; the item goes when no view is left. */
function recall(book: Map<string, HeldItem>, scope: ViewScope, item: string): void {
  const held = book.get(item);
  if (held?.[scope] === undefined) return;
  const other = scope === 'audience' ? held.organisation : held.audience;
  if (other === undefined) book.delete(item);
  else book.set(item, scope === 'audience' ? { organisation: other } : { audience: other });
}

/** Which scope a view fetched by id or search belongs to: only the own organisation is told how far an item has gone. */
export function scopeOf(view: Item): ViewScope {
  return view.releases === undefined || view.releases === null ? 'audience' : 'organisation';
}
