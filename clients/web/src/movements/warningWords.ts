import type { Warning } from '../api/movements.ts';
import { t, type MessageKey } from '../i18n/index.ts';

/** By what the service says in English, as it has no codes for them. Source: Warnings of the movements service. */
export const knownWarnings: Readonly<Record<string, MessageKey>> = {
  'The position has few decimals; five or more say where a place is.': 'movement.warning.coarse',
  'Latitude and longitude look swapped: exchanged, the stop is near the one before.': 'movement.warning.swapped',
  'The stop is far from the one before; look at both positions.': 'movement.warning.far',
};

/** What to look at, in the person's language; a sentence of a later server stays as it is. */
export function warningWords({ text }: Warning): string {
  const key = knownWarnings[text];
  return key === undefined ? text : t(key);
}

/** Number of the stop that a warning is about, from one; undefined when it is about none. */
export function stopOf({ field }: Warning): number | undefined {
  const [, index] = /^route\[(\d+)\]/.exec(field) ?? [];
  return index === undefined ? undefined : Number(index) + 1;
}
