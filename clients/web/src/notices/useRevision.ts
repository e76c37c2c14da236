import { useSignal } from '@preact/signals';
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
  /** Notes that what was typed goes out now: it may arrive without an answer. */
  readonly goes: () => void;
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
    goes: () => (kept.value = { ...kept.value, sent: typed.values }),
  };
}
