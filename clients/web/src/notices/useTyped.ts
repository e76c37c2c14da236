import { useSignal, type Signal } from '@preact/signals';
import { dropDraft, lastingDraft } from '../state/drafts.ts';
import { isTouched, untouched, type Typed } from './typed.ts';

/** A place for words under way, see `drafts.ts`. */
export type Shelf = <T>(place: string, initial: T) => Signal<T>;

/** What was typed over an item, kept over a reload of the page. */
export interface Keeping<T extends Typed> {
  readonly typed: T;
  /** Whether it stood here before the page was opened. */
  readonly before: boolean;
  /** Whether another version than the one that it was typed over is the present one. */
  readonly newer: boolean;
  readonly say: (typed: T) => void;
  /** Drops all of it, to begin from the present version, or because it was sent. */
  readonly forget: () => void;
}

/**
 * Keeps what somebody types over an item of the own organisation. INVARIANT: it is for the version that was read and for no newer one, which
 * it would undo unseen where a colleague corrected the same; whoever sends it gives that version with it.
 * @param place Under which it is kept; the step of the form as well.
 * @param now The present version, or revision; 0 when it has none.
 * @param keep Where it is kept: over a reload, or in memory alone.
 */
export function useTyped<T extends Typed>(place: string, now: number, keep: Shelf = lastingDraft): Keeping<T> {
  const kept = keep<T>(place, untouched(now) as T);
  const typed = isTouched(kept.value) ? kept.value : (untouched(now) as T);
  const before = useSignal(isTouched(typed));
  return {
    typed,
    before: before.value,
    newer: typed.read !== now,
    say: (next) => (kept.value = next),
    forget,
  };

  function forget(): void {
    kept.value = untouched(now) as T;
    for (const part of ['', ' step']) dropDraft(place + part);
    before.value = false;
  }
}
