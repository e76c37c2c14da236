import type { Answer } from '../api/answer.ts';
import * as api from '../api/concerns.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { sideOf } from '../components/parties.ts';
import { sessionSignal, whenForgotten } from '../state/sessionState.ts';
import { ownAudience, store } from '../state/store.ts';

/** How many notifications come into a concern of the reader's own force, or may. Of what was found this number alone is kept, and no longer than the session. */
export const overlapping = sessionSignal(0);

/** Whether the last question has no answer yet; who was refused has one. */
export const isOpen = sessionSignal(true);

/** For an import to be asked about once, in milliseconds; and half more or less, so that not everybody who is told asks at once. */
const afterArrival = 10_000;
const overSlowLink = 60_000;
let soon: ReturnType<typeof setTimeout> | undefined;
let asking: number | undefined;
let again = false;
let youngest = 0;
whenForgotten(() => {
  clearTimeout(soon);
  soon = undefined;
});

/** INVARIANT: a force alone asks, and asks whether it keeps concerns or not: that it asks tells nobody that there are any. */
export async function loadOverlaps(): Promise<void> {
  const session = sessionNumber();
  if (sideOf(ownAudience.value) !== 'security') return;
  if (asking === session) {
    again = true; // what came since the question was asked is not in its answer
    return;
  }
  asking = session;
  do {
    again = false;
    isOpen.value = true;
    const { kind } = await findOverlaps();
    if (session !== sessionNumber()) break;
    isOpen.value = kind !== 'ok' && kind !== 'refused';
  } while (again as boolean);
  if (asking === session) asking = undefined;
}

/** What is found now. INVARIANT: how many there are is kept for the session that asked and for no other. */
export async function findOverlaps(): Promise<Answer<api.Overlaps>> {
  const session = sessionNumber();
  const number = ++youngest;
  const answer = await api.overlaps();
  if (session === sessionNumber() && number === youngest && answer.kind === 'ok') {
    const { overlaps, unreckoned = [], unnamed } = answer.value;
    // What is not named is at least one more to look at.
    overlapping.value = new Set([...overlaps, ...unreckoned].map(({ item }) => item)).size + Number(unnamed ?? false);
  }
  return answer;
}

/** Asks once for all that came or went live since. */
export function askSoon(): void {
  soon ??= setTimeout(
    () => {
      soon = undefined;
      void loadOverlaps();
    },
    (store.slow.value ? overSlowLink : afterArrival) * (0.5 + Math.random()),
  );
}
