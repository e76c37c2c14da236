import { computed } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import { isOverdue } from '../movements/checkIns.ts';
import { isAnswered, isEscalated, ownLine } from '../movements/dispatch.ts';
import { isOver } from '../movements/states.ts';
import { shown } from '../sync/itemBook.ts';
import { isOwnOrganisation } from './channelItems.ts';
import { fetchItems } from './fetched.ts';
import { me, store } from './store.ts';

const pageSize = 200;

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

/** Loads every movement there is for this reader; what changes later comes live. Gives the last answer. */
export async function loadMovements(): Promise<Answer<unknown>> {
  let after: string | undefined;
  for (;;) {
    const page = await fetchItems({
      kind: 'movement',
      status: 'current',
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    if (page.kind !== 'ok') return page;
    after = page.value.next ?? undefined;
    if (after === undefined) return page;
  }
}
