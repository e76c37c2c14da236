import type { Answer } from '../api/answer.ts';
import * as release from '../api/release.ts';
import { me, store } from './store.ts';

/** Loads what waits for a coordinator, oldest first: reviews, and what is quarantined. */
export async function loadReviews(): Promise<Answer<unknown>> {
  if (me.value?.isCoordinator !== true) return { kind: 'ok', value: undefined };
  const [answer, quarantine] = await Promise.all([release.reviews(), release.quarantine()]);
  if (answer.kind === 'ok') {
    store.reviews.value = [...answer.value.reviews].sort((a, b) => a.openedAt.localeCompare(b.openedAt));
  }
  if (quarantine.kind === 'ok') store.quarantined.value = quarantine.value.quarantined;
  return answer.kind === 'ok' ? quarantine : answer;
}

/** Takes a decided review off the screen at once; the stream confirms it. */
export function settleReview(review: string): void {
  store.reviews.value = store.reviews.value.filter((open) => open.review !== review);
}

/** The same for what is quarantined. */
export function settleQuarantined(item: string): void {
  store.quarantined.value = store.quarantined.value.filter((open) => open.item !== item);
}
