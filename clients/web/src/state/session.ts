import { batch } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import * as channels from '../api/channels.ts';
import { whenSignedOut } from '../api/http.ts';
import * as identity from '../api/identity.ts';
import type { Me } from '../api/identity.ts';
import { nextSession, sessionNumber } from '../api/sessionNumber.ts';
import { forgetDrafts, openDrafts } from './drafts.ts';
import { startLive, stopLive } from './live.ts';
import { loadUrgent } from './movements.ts';
import { loadReviews } from './reviews.ts';
import { forgetState } from './sessionState.ts';
import { store } from './store.ts';

/** Finds out who is signed in and, if anybody is, starts reading. */
export async function openSession(): Promise<void> {
  const asked = sessionNumber();
  const answer = await identity.me();
  if (asked !== sessionNumber()) return; // signed out, or somebody came in meanwhile
  switch (answer.kind) {
    case 'ok':
      await enter(answer.value);
      return;
    case 'refused':
      endSession(whoWasHere() !== undefined);
      return;
    case 'busy':
    case 'unreachable':
      store.session.value = { kind: 'unreachable', before: whoWasHere() };
      return;
  }
}

async function enter(who: Me): Promise<void> {
  if (!isSame(who, whoWasHere())) startAfresh();
  const session = sessionNumber();
  await Promise.all([loadGroups(), openDrafts(who.person.id)]);
  if (session !== sessionNumber()) return;
  store.session.value = { kind: 'signedIn', me: who };
  await startLive();
  if (session !== sessionNumber()) return;
  await Promise.all([loadReviews(), loadUrgent()]);
}

/** Whose items and words this page holds: also while the services do not answer. */
function whoWasHere(): Me | undefined {
  const session = store.session.value;
  switch (session.kind) {
    case 'signedIn':
      return session.me;
    case 'unreachable':
      return session.before;
    case 'starting':
    case 'signedOut':
      return undefined;
  }
}

/** Whether it is the same person, in the same place: what was held of one is not shown to another. */
function isSame(who: Me, before: Me | undefined): boolean {
  const placeOf = ({ person, organisation, audience }: Me) => [person.id, organisation?.id, audience].join();
  return before !== undefined && placeOf(who) === placeOf(before);
}

/** Nothing of whoever was here before. Words under way go with the session of their author; those that a reload left in this tab are found by nobody else. */
function startAfresh(): void {
  nextSession();
  stopLive();
  batch(forgetState);
  if (whoWasHere() !== undefined) forgetDrafts();
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
  nextSession();
  stopLive();
  batch(() => {
    forgetState();
    forgetDrafts();
    store.session.value = { kind: 'signedOut', ended };
  });
}

whenSignedOut(() => {
  if (store.session.value.kind === 'signedIn') endSession(true);
});
