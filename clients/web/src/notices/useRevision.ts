import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { OvertakenAnswer } from './Overtaken.tsx';
import { answersWith, overtakenIn, typedOver, type Answers, type TypedOver } from './typedOver.ts';

/** The answers of an own item as it is now, with what is typed over them. */
export interface Revision<A extends Answers> {
  /** Of the item as it is now. */
  readonly now: A;
  /** With what was typed. */
  readonly values: A;
  readonly say: (values: A) => void;
  readonly overtaken: readonly OvertakenAnswer[];
  /** Sends it: it may arrive without an answer, and then it is nobody else's when it comes back. */
  readonly send: <R>(attempt: () => Promise<Answer<R>>) => Promise<Answer<R>>;
}

/**
 * Keeps what is typed over an item that may change meanwhile. In memory alone: nothing here says which version was read before a reload, see decision 0049.
 * @param read The fields as the form would send them.
 */
export function useRevision<A extends Answers>(now: A, read: (answers: A) => Answers): Revision<A> {
  const kept = useSignal<TypedOver>({ values: {} });
  const typed = kept.value;
  return {
    now,
    values: answersWith(now, typed),
    say: (next) => (kept.value = typedOver(now, next, kept.value)),
    overtaken: overtakenIn({ typed, say: (next) => (kept.value = next) }, now, read),
    send,
  };

  async function send<R>(attempt: () => Promise<Answer<R>>): Promise<Answer<R>> {
    kept.value = { ...kept.peek(), sent: typed.values };
    const answer = await attempt();
    if (answer.kind === 'refused') kept.value = { ...kept.peek(), sent: typed.sent };
    return answer;
  }
}
