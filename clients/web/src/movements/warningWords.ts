import type { Warning } from '../api/movements.ts';
import { audienceName } from '../components/parties.ts';
import { noticeWarning } from '../sites/siteWarnings.ts';
import { t, type MessageKey } from '../i18n/index.ts';

/** By what the service says in English, as it has no codes for them. Source: Warnings of the movements service. */
export const knownWarnings: Readonly<Record<string, MessageKey>> = {
  'The position has few decimals; five or more say where a place is.': 'movement.warning.coarse',
  'Latitude and longitude look swapped: exchanged, the stop is near the one before.': 'movement.warning.swapped',
  'The stop is far from the one before; look at both positions.': 'movement.warning.far',
  'The position is far from the one before on the line; look at both.': 'movement.warning.leap',
  'The drawn road was taken out, because it does not go with the stops as they are now; draw it again.':
    'movement.warning.roadOut',
  'The other ways were taken out, because they do not go with the stops as they are now; draw them again.':
    'movement.warning.waysOut',
};

/** What follows the audience that it is about. Source: Untold of the movements service. */
export const knownUntold: Readonly<Record<string, MessageKey>> = {
  ' is not in this room now and is not told. Reach it by another way.': 'movement.warning.absent',
  ' is not told yet, or not of all: a coordinator looks first, because words in it look like a position, a telephone number or a marking, or because it was taken back there before. Take such words out of names and descriptions, or ask a coordinator.':
    'movement.warning.waiting',
};

/** The same of who is told late. Source: LatePerParty of the movements service. */
export const knownLate: Readonly<Record<string, MessageKey>> = {
  ' is told later than its lead time asks. It is sent at once, and marked late for this recipient alone.':
    'movement.warning.lateFor',
};

/** What to look at, in the person's language; a sentence of a later server stays as it is. */
export function warningWords({ text }: Warning): string {
  const key = knownWarnings[text];
  if (key !== undefined) return t(key);
  const notice = noticeWarning(text);
  if (notice !== undefined) return notice;
  const untold = Object.entries({ ...knownUntold, ...knownLate }).find(([ending]) => text.endsWith(ending));
  return untold === undefined
    ? text
    : t(untold[1], { audience: audienceName(text.slice(0, text.length - untold[0].length)) });
}

/** Number of the stop that a warning is about, from one; undefined when it is about none. */
export function stopOf({ field }: Warning): number | undefined {
  const [, index] = /^route\[(\d+)\]/.exec(field) ?? [];
  return index === undefined ? undefined : Number(index) + 1;
}
