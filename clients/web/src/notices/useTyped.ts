import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import { dropDraft, lastingDraft } from '../state/drafts.ts';
import { isTouched, untouched, type Typed } from './typed.ts';
import type { Keeps } from './typedOver.ts';

/** What was typed over an item, kept over a reload of the page. */
export interface Keeping extends Keeps<Typed> {
  /** Whether it stood here before the page was opened. */
  readonly before: boolean;
  /** Whether another version than the one that it was typed over is the present one. */
  readonly newer: boolean;
  /** How often it was dropped: another number, another form, in which nothing of what was dropped stands. */
  readonly round: number;
  /** Drops all of it, to begin from the present version. */
  readonly drop: () => void;
  /** Sends it, and forgets what was taken; what was typed meanwhile stays. */
  readonly send: <R>(attempt: () => Promise<Answer<R>>) => Promise<Answer<R>>;
}

/**
 * Keeps what somebody types over an item of the own organisation. INVARIANT: it is for the version that was read and for no newer one, which
 * it would undo unseen where a colleague corrected the same; whoever sends it gives that version with it.
 * @param place Under which it is kept; the step of the form as well.
 * @param now The present version; 0 when it has none.
 * @param asKeptNow Reads what an earlier page kept in another shape.
 */
export function useTyped(place: string, now: number, asKeptNow = (kept: Typed) => kept): Keeping {
  const kept = lastingDraft(place, untouched(now));
  const found = asKeptNow(kept.value);
  const typed = isTouched(found) ? found : untouched(now);
  const before = useSignal(isTouched(typed));
  const round = useSignal(0);
  return {
    typed,
    before: before.value,
    newer: typed.read !== now,
    round: round.value,
    say: (next) => (kept.value = next),
    drop: () => {
      forget();
      round.value += 1;
    },
    send,
  };

  async function send<R>(attempt: () => Promise<Answer<R>>): Promise<Answer<R>> {
    const going = { ...typed, tried: true, sent: typed.values };
    kept.value = going;
    const answer = await attempt();
    const stands = kept.peek();
    if (answer.kind === 'ok' && stands === going) forget();
    else if (answer.kind === 'ok') kept.value = { ...stands, tried: false };
    // What became of an attempt before this one is as unknown as it was.
    else if (answer.kind === 'refused') kept.value = { ...stands, tried: typed.tried, sent: typed.sent };
    return answer;
  }

  function forget(): void {
    kept.value = untouched(now);
    for (const part of ['', ' step']) dropDraft(place + part);
    before.value = false;
  }
}
