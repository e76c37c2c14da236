import type { Fields } from '../api/items.ts';

/** How a movement goes on. Twin: ContactGroup.Movements.Domain.States. */
export type MovementState = 'NOTIFIED' | 'UNDERWAY' | 'POSTPONED' | 'COMPLETED' | 'CANCELLED' | 'ABORTED_EN_ROUTE';

/** What a movement becomes by itself, when its window has passed and nobody has said how it went. */
export const expired = 'EXPIRED';

const after: Readonly<Record<string, readonly MovementState[]>> = {
  NOTIFIED: ['UNDERWAY', 'POSTPONED', 'CANCELLED'],
  POSTPONED: ['NOTIFIED', 'UNDERWAY', 'CANCELLED'],
  UNDERWAY: ['COMPLETED', 'ABORTED_EN_ROUTE'],
};

/** The states that may be said after this one; none when the movement is over, or in a state that this page does not know. */
export function statesAfter(state: unknown): readonly MovementState[] {
  return typeof state === 'string' ? (after[state] ?? []) : [];
}

/** Whether nothing more is expected of it. */
export function isOver(fields: Fields): boolean {
  const state = fields['state'];
  return state === expired || state === 'COMPLETED' || state === 'CANCELLED' || state === 'ABORTED_EN_ROUTE';
}
