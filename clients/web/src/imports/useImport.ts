import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Failed } from '../components/failureSentence.ts';
import { lookAll, sendAll, type Good, type Job, type LookedOver, type Sent } from './work.ts';
import type { SheetNotification } from './notifications.ts';

export type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking'; readonly done: number; readonly of: number }
  | { readonly kind: 'looked'; readonly found: LookedOver }
  | { readonly kind: 'sending'; readonly found: LookedOver; readonly done: number; readonly of: number }
  | { readonly kind: 'sent'; readonly found: LookedOver; readonly sent: Sent };

const nothingSent: Sent = { added: [], existing: [], faults: [], notes: [] };

/** One import: looking it over, sending, and going on after it stopped. */
export function useImport(about: Pick<Job, 'channel' | 'kind' | 'system'>) {
  const step = useSignal<Step>({ kind: 'idle' });
  const stopped = useSignal<Failed | undefined>(undefined);
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  /** Nothing of an earlier answer counts any more: something else was chosen. */
  function forget(): void {
    turn.current += 1;
    step.value = { kind: 'idle' };
    stopped.value = undefined;
  }

  async function look(rows: readonly SheetNotification[], consents: readonly string[]): Promise<void> {
    forget();
    const mine = turn.current;
    const of = rows.filter(({ draft }) => draft !== undefined).length;
    step.value = { kind: 'looking', done: 0, of };
    const goesOn = () => mine === turn.current;
    const onProgress = (done: number) => {
      if (goesOn()) step.value = { kind: 'looking', done, of };
    };
    const end = await lookAll({ ...about, onProgress, goesOn }, rows, consents);
    if (!goesOn()) return;
    stopped.value = end.kind === 'stopped' ? end.why : undefined;
    step.value = end.kind === 'stopped' ? { kind: 'idle' } : { kind: 'looked', found: end.value };
  }

  /** Sends what is not sent yet. */
  async function send(): Promise<void> {
    const now = step.value;
    if (now.kind !== 'looked' && now.kind !== 'sent') return;
    const { found } = now;
    const before = now.kind === 'sent' ? now.sent : nothingSent;
    const rest = leftOf(found, before);
    const mine = turn.current;
    const goesOn = () => mine === turn.current;
    stopped.value = undefined;
    step.value = { kind: 'sending', found, done: 0, of: rest.length };
    const onProgress = (done: number) => {
      if (goesOn()) step.value = { kind: 'sending', found, done, of: rest.length };
    };
    const end = await sendAll({ ...about, onProgress, goesOn }, rest);
    if (!goesOn()) return;
    stopped.value = end.kind === 'stopped' ? end.why : undefined;
    step.value = { kind: 'sent', found, sent: together(before, end.value) };
  }

  return { step, stopped, look, send, forget };
}

/** What has no outcome yet. */
export function leftOf(found: LookedOver, sent: Sent): readonly Good[] {
  const taken = new Set([...sent.added, ...sent.existing].map(({ order }) => order));
  const lines = new Set(sent.faults.map(({ id }) => id));
  return found.good.filter(({ order, row }) => !taken.has(order) && !lines.has(row.id));
}

function together(before: Sent, now: Sent): Sent {
  return {
    added: [...before.added, ...now.added],
    existing: [...before.existing, ...now.existing],
    faults: [...before.faults, ...now.faults],
    notes: [...before.notes, ...now.notes],
  };
}
