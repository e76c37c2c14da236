import type { Item } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { checkInsOf } from './checkIns.ts';

/** When a movement came to its stages, in UTC, as far as its reader is told. */
export interface StageTimes {
  readonly notified?: string | undefined;
  readonly left?: string | undefined;
  /** Since when it is in the state that it has now. */
  readonly state?: string | undefined;
}

/** How many check-ins a movement keeps, the latest. Twin: ContactGroup.Movements.Domain.Movements.CheckIns. */
const mostCheckIns = 200;

/** Whoever is not told when it was notified was told of it first when it came to them; of a later revision that says nothing. */
export function stageTimes(item: Item): StageTimes {
  const { fields } = item;
  const state = textOf(fields['stateAt']);
  return {
    notified: textOf(fields['notifiedAt']) ?? (item.revision === 1 ? item.releasedAt : undefined),
    left: fields['state'] === 'UNDERWAY' && state !== undefined ? state : firstSign(fields['checkIns']),
    state,
  };
}

/** To say that a movement is under way is its first check-in. */
function firstSign(value: unknown): string | undefined {
  const heard = checkInsOf(value);
  return heard.length < mostCheckIns ? heard[0]?.at : undefined;
}
