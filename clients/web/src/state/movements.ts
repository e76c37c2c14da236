import { computed } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import type { ItemPage } from '../api/release.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { isOverdue } from '../movements/checkIns.ts';
import { isAnswered, isEscalated, ownLine } from '../movements/dispatch.ts';
import { isOver } from '../movements/states.ts';
import { shown } from '../sync/itemBook.ts';
import { isOwnOrganisation } from './channelItems.ts';
import { fetchItems, fetchMany } from './fetched.ts';
import { whenForgotten } from './sessionState.ts';
import { me, store } from './store.ts';

const current = { kind: 'movement', status: 'current' } as const;
const firstPage = 30;

/** Every movement that this browser holds and that was not taken back. */
export const movementsHeld = computed(() =>
  [...store.items.value.values()]
    .map(shown)
    .filter((item): item is Item => item?.kind === 'movement' && item.status === 'current'),
);

/** Movements of which somebody should have been heard. */
export const overdue = computed(() => movementsHeld.value.filter(({ fields }) => isOverdue(fields)).length);

/** Movements about which somebody has to call a recipient, for those who are to do so: its organisation and coordination. */
export const escalated = computed(
  () =>
    movementsHeld.value.filter(
      (item) => (me.value?.isCoordinator === true || isOwnOrganisation(item)) && isEscalated(item.fields),
    ).length,
);

/** Movements that the reader's own force has not acknowledged. */
export const unanswered = computed(
  () =>
    movementsHeld.value.filter(({ fields }) => {
      const line = ownLine(fields);
      return line !== undefined && !isOver(fields) && !isAnswered(line, fields);
    }).length,
);

/** In milliseconds; and half more or less. */
const askAgainAfter = 30_000;
let again: ReturnType<typeof setTimeout> | undefined;
whenForgotten(() => {
  clearTimeout(again);
});

/**
 * Loads the movements that somebody has to look at before the rest, and those under way of the own organisation, so that what is counted in the navigation is
 * whole though the rest is not here, and a convoy can check in without a network; what becomes urgent later comes live. INVARIANT: asked again until there is
 * an answer: a movement that nobody heard of is not forgotten because a question about it was lost.
 */
export async function loadUrgent(): Promise<Answer<unknown>> {
  const session = sessionNumber();
  const answer = await fetchMany({ ...current, urgent: 'true' }, Infinity);
  if (session !== sessionNumber()) return answer;
  clearTimeout(again);
  if (answer.kind === 'busy' || answer.kind === 'unreachable')
    again = setTimeout(() => void loadUrgent(), askAgainAfter * (0.5 + Math.random()));
  return answer;
}

/** Loads the movements that were released last, or those before them: few first, for a weak link, and many for who asks for more. */
export async function loadMovements(after?: string): Promise<Answer<ItemPage>> {
  if (after !== undefined) return fetchMany({ ...current, after });
  const answer = await fetchItems({ ...current, limit: firstPage });
  // A page that is full may be the last one as well.
  return answer.kind === 'ok' && answer.value.items.length >= answer.value.count
    ? { ...answer, value: { ...answer.value, next: null } }
    : answer;
}
