import type { FieldShape } from '../incidents/fields.ts';

/** Fields of a movement notification in display order. Twin: ContactGroup.Contracts.Movements.MovementSchema. */
export const movementFields: readonly FieldShape[] = [
  { name: 'notice', shape: 'code', list: 'notice' },
  { name: 'state', shape: 'code', list: 'movement-state' },
  { name: 'version', shape: 'count' },
  { name: 'dispatch', shape: 'dispatches' },
  { name: 'stateReason', shape: 'text' },
  { name: 'category', shape: 'code', list: 'movement-category' },
  { name: 'late', shape: 'flag' },
  { name: 'lateReason', shape: 'text' },
  { name: 'windowStart', shape: 'instant', utc: true },
  { name: 'windowEnd', shape: 'instant', utc: true },
  { name: 'mode', shape: 'code', list: 'movement-mode' },
  { name: 'country', shape: 'code', list: 'country' },
  { name: 'route', shape: 'route' },
  { name: 'vehicles', shape: 'vehicles' },
  { name: 'callContact', shape: 'callContact' },
  { name: 'purpose', shape: 'code', list: 'movement-purpose' },
  { name: 'notes', shape: 'text' },
  { name: 'staff', shape: 'count' },
  { name: 'evacuees', shape: 'count' },
  { name: 'recipients', shape: 'audiences' },
  { name: 'organisation', shape: 'organisation' },
  { name: 'notifiedBy', shape: 'person' },
];
