import { effect } from '@preact/signals';
import { kindOf, type Item } from '../api/items.ts';
import { route } from '../state/route.ts';
import { sessionSignal } from '../state/sessionState.ts';

/**
 * The notification that the next report is about: set where somebody reads it, until the report is sent, they say that it is not, or they go elsewhere. Never in
 * an address, which others may see.
 */
export const aboutToReport = sessionSignal<string | undefined>(undefined);

effect(() => {
  if (route.value.name !== 'report') aboutToReport.value = undefined;
});

/** Whether the item was notified to others, so that an incident can affect it. */
export function isNotified(item: Item): boolean {
  const kind = kindOf(item);
  return kind === 'movement' || kind === 'site';
}
