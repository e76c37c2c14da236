import { batch } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import * as channels from '../api/channels.ts';
import { whenSignedOut } from '../api/http.ts';
import * as identity from '../api/identity.ts';
import { forgetLoaded } from './channelItems.ts';
import { forgetDrafts, openDrafts } from './drafts.ts';
import { startLive, stopLive } from './live.ts';
import { loadMovements } from './movements.ts';
import { loadReviews } from './reviews.ts';
import { forget, store } from './store.ts';

/** Finds out who is signed in and, if anybody is, starts reading. */
export async function openSession(): Promise<void> {
  const answer = await identity.me();
  switch (answer.kind) {
    case 'ok':
      await Promise.all([loadGroups(), openDrafts(answer.value.person.id)]);
      store.session.value = { kind: 'signedIn', me: answer.value };
      await startLive();
      await Promise.all([loadReviews(), loadMovements()]);
      return;
    case 'refused':
      forgetDrafts();
      store.session.value = { kind: 'signedOut', ended: false };
      return;
    case 'busy':
    case 'unreachable':
      store.session.value = { kind: 'unreachable' };
      return;
  }
}

export async function signIn(account: string, password: string): Promise<Answer<unknown>> {
  const answer = await identity.signIn(account, password);
  if (answer.kind === 'ok') await openSession();
  return answer;
}

export async function signOut(): Promise<void> {
  await identity.signOut();
  endSession(false);
}

export async function loadGroups(): Promise<Answer<unknown>> {
  const answer = await channels.groups();
  if (answer.kind === 'ok') store.groups.value = answer.value.groups;
  return answer;
}

function endSession(ended: boolean): void {
  stopLive();
  batch(() => {
    forget();
    forgetLoaded();
    forgetDrafts();
    store.session.value = { kind: 'signedOut', ended };
  });
}

whenSignedOut(() => {
  if (store.session.value.kind === 'signedIn') endSession(true);
});
