import type { Answer } from '../api/answer.ts';
import { exportRequests, type ExportRequests } from '../api/exports.ts';
import { sessionNumber } from '../api/sessionNumber.ts';
import { sessionSignal } from './sessionState.ts';
import { ownAudience, store } from './store.ts';

const often = 60_000;

/** Files that take two people: one's own, and those that one may be the second person of. */
export const filesOfTwo = sessionSignal<ExportRequests>({ own: [], waiting: [] });
const askedAt = sessionSignal(0);

export async function loadFilesOfTwo(): Promise<Answer<ExportRequests>> {
  const session = sessionNumber();
  askedAt.value = Date.now();
  const answer = await exportRequests();
  if (session !== sessionNumber()) return { kind: 'unreachable' };
  if (answer.kind === 'ok') filesOfTwo.value = answer.value;
  return answer;
}

/** Looks again, at most once a minute: nothing says live that somebody asks for a second person. */
export async function lookForFilesOfTwo(): Promise<void> {
  if (ownAudience.value === '' || store.link.value !== 'online' || Date.now() - askedAt.value < often) return;
  await loadFilesOfTwo();
}
