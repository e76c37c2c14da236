import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';

/** Whether an advisory still says something about now or later. */
export function isInForce(fields: Fields, now: number): boolean {
  const until = Date.parse(textOf(fields['validUntil']) ?? '');
  return fields['state'] !== 'ENDED' && !(until <= now);
}

const gravest = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN'];

/** What is in force first, then the gravest, then what ends first. */
export function byDanger(a: Fields, b: Fields, now = Date.now()): number {
  return (
    Number(isInForce(b, now)) - Number(isInForce(a, now)) ||
    rank(a) - rank(b) ||
    (textOf(a['validUntil']) ?? '').localeCompare(textOf(b['validUntil']) ?? '')
  );
}

/** A severity that this page does not know comes first: nobody may overlook it. */
function rank(fields: Fields): number {
  return gravest.indexOf(textOf(fields['severity']) ?? '');
}
