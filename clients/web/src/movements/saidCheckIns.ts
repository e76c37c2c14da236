import type { Signal } from '@preact/signals';
import * as movements from '../api/movements.ts';
import { run } from '../state/commands.ts';
import { lastingDraft, placesFrom } from '../state/drafts.ts';
import { route } from '../state/route.ts';

/** What was said and is not with the server yet. Its key stays, so that a lost answer does not make two of one. */
export interface SaidCheckIn {
  readonly key: string;
  readonly at: string;
  readonly body: { readonly stop?: number; readonly note?: string };
}

const nothing: readonly SaidCheckIn[] = [];
const place = 'check-in of ';

/** The server notes when a check-in arrives. One that is older than this is sent only when somebody means it still, in milliseconds. */
const fresh = 10 * 60_000;

export function isFresh(said: SaidCheckIn): boolean {
  return Date.now() - Date.parse(said.at) < fresh;
}

/** Check-ins of one movement that wait, in the order in which they were said. */
export function saidOf(item: string): Signal<readonly SaidCheckIn[]> {
  return lastingDraft(place + item, nothing);
}

/** Movements of which something was said on this device. */
export function movementsWithSaid(): readonly string[] {
  return placesFrom(place);
}

export function drop(item: string, said: SaidCheckIn): void {
  const waiting = saidOf(item);
  const rest = waiting.value.filter((one) => one.key !== said.key);
  waiting.value = rest.length === 0 ? nothing : rest;
}

/**
 * Sends what was said on pages that were left since: whoever touched a stop and put the phone away believes it said, and an alarm would come of it. What is refused
 * stays, for its page to say why.
 */
export async function sendLeftCheckIns(): Promise<void> {
  for (const item of movementsWithSaid()) {
    if (route.value.name === 'item' && route.value.item === item) continue; // its page sends them
    for (const said of saidOf(item).value.filter(isFresh)) {
      const answer = await run(() => movements.checkIn(item, said.body, said.key));
      if (answer.kind !== 'ok') break;
      drop(item, said);
    }
  }
}
