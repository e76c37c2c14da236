import type { Answer } from '../api/answer.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { store } from './store.ts';

const pauses = [1000, 3000, 8000];

/**
 * Runs a command and, when no answer came or the server asks for patience, runs it again with the same key. The connection chip counts it
 * while it is under way. What comes back is final: the words on screen stay unless it is `ok`. INVARIANT: nothing is asked again once the session has ended, for it
 * would be said in the name of whoever signed in next.
 */
export async function run<T>(
  attempt: () => Promise<Answer<T>>,
  wait: (ms: number) => Promise<void> = pause,
): Promise<Answer<T>> {
  const asked = sessionNumber();
  count({ total: 1 });
  try {
    for (const milliseconds of pauses) {
      const answer = await attempt();
      if (answer.kind === 'ok' || answer.kind === 'refused') return answer;
      await wait(answer.kind === 'busy' ? answer.retryAfterSeconds * 1000 : milliseconds);
      if (asked !== sessionNumber()) return { kind: 'unreachable' };
    }
    return await attempt();
  } finally {
    if (asked === sessionNumber()) count({ done: 1 });
  }
}

function count(change: { done?: number; total?: number }): void {
  const { done, total, waiting } = store.sending.value;
  const next = { done: done + (change.done ?? 0), total: total + (change.total ?? 0), waiting };
  store.sending.value = next.done >= next.total ? { done: 0, total: 0, waiting } : next;
}

/** Counts words that got no answer and wait on screen. */
export function waiting(change: 1 | -1): void {
  const sending = store.sending.value;
  store.sending.value = { ...sending, waiting: Math.max(0, sending.waiting + change) };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
