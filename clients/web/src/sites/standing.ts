import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { isAnswered, isEscalated, linesOf } from '../movements/dispatch.ts';

/** What must not be overlooked about a site: it was not confirmed in time, or has to be now. */
export function confirmationOf(fields: Fields): 'due' | 'stale' | undefined {
  switch (fields['state']) {
    case 'REVALIDATION_DUE':
      return 'due';
    case 'STALE':
      return 'stale';
  }
  return undefined;
}

export function isRemoved(fields: Fields): boolean {
  return fields['state'] === 'REMOVED';
}

/** Whether somebody who was named has not yet said that they received it, its removal included: who has it on a list must know of that too. */
export function siteWaits(fields: Fields): boolean {
  return linesOf(fields['dispatch']).some((line) => !isAnswered(line, fields));
}

/** Escalated first, then unacknowledged, then what has to be confirmed, then by when that is due; what was removed comes last. */
export function byConfirmation(a: Fields, b: Fields): number {
  return (
    Number(isEscalated(b)) - Number(isEscalated(a)) ||
    Number(siteWaits(b)) - Number(siteWaits(a)) ||
    Number(isRemoved(a)) - Number(isRemoved(b)) ||
    Number(confirmationOf(b) !== undefined) - Number(confirmationOf(a) !== undefined) ||
    (textOf(a['revalidateBy']) ?? '').localeCompare(textOf(b['revalidateBy']) ?? '')
  );
}
