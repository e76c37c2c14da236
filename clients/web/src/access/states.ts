const open = ['UNDER_FOLLOW_UP', 'ESCALATED', 'MITIGATED'];
const settled = ['RESOLVED', 'CLOSED_UNRESOLVED'];

/** The states that may be said after this one; none when the constraint is over, or in a state that this page does not know. Twin: ContactGroup.Access.Domain.States. */
export function accessStatesAfter(state: unknown): readonly string[] {
  if (state !== 'REPORTED' && !(typeof state === 'string' && open.includes(state))) return [];
  return [...open.filter((each) => each !== state), ...settled];
}
