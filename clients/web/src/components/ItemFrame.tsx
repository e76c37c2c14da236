import type { ComponentChildren } from 'preact';
import type { Item } from '../api/items.ts';
import { MarkingBar } from './MarkingBar.tsx';

interface ItemFrameProps {
  readonly item: Item;
  readonly label: string;
  readonly children: ComponentChildren;
  /** A page of its own repeats the marking at its end. */
  readonly page?: boolean;
}

/**
 * Shows an item. INVARIANT: every surface that shows any of an item's fields goes through this component, because the marking belongs to the
 * item and must not be lost on the way to a list, a search result or a page.
 */
export function ItemFrame({ item, label, children, page = false }: ItemFrameProps) {
  const exercise = item.exercise === true || item.marking.caveats.includes('exercise');
  return (
    <article class={`item edge-${item.marking.sensitivity}`} aria-label={label} data-item={item.item}>
      <MarkingBar marking={item.marking} exercise={exercise} />
      {children}
      {page && <MarkingBar marking={item.marking} exercise={exercise} />}
    </article>
  );
}
