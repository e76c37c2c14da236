import { kindOf, type Item } from '../api/items.ts';
import { sessionSignal } from '../state/sessionState.ts';

/** The notification that the next report is about: set where somebody reads it, taken by the form. Never in an address, which others may see. */
export const aboutToReport = sessionSignal<string | undefined>(undefined);

/** Whether the item was notified to others, so that an incident can affect it. */
export function isNotified(item: Item): boolean {
  const kind = kindOf(item);
  return kind === 'movement' || kind === 'site';
}
