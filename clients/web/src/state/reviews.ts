import type { Answer } from '../api/answer.ts';
import * as release from '../api/release.ts';
import { me, store } from './store.ts';

/** Loads the review queue of a coordinator, oldest first. */
export async function loadReviews(): Promise<Answer<unknown>> {
  if (me.value?.isCoordinator !== true) return { kind: 'ok', value: undefined };
  const answer = await release.reviews();
  if (answer.kind === 'ok') {
    store.reviews.value = [...answer.value.reviews].sort((a, b) => a.openedAt.localeCompare(b.openedAt));
  }
  return answer;
}

/** Takes a decided review off the screen at once; the stream confirms it. */
export function settleReview(review: string): void {
  store.reviews.value = store.reviews.value.filter((open) => open.review !== review);
}
