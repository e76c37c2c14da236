import { signal, type Signal } from '@preact/signals';

const drafts = new Map<string, Signal<unknown>>();

/** Words under way, by place, so that going elsewhere and coming back loses nothing. In memory only, gone with the session. */
export function draft<T>(place: string, initial: T): Signal<T> {
  const kept = drafts.get(place);
  if (kept !== undefined) return kept as Signal<T>;
  const fresh = signal(initial);
  drafts.set(place, fresh);
  return fresh;
}

export function dropDraft(place: string): void {
  drafts.delete(place);
}

export function forgetDrafts(): void {
  drafts.clear();
}
