import type { Answer } from './answer.ts';
import { command, get, remove } from './http.ts';
import type { NoticeDraft } from './notices.ts';

/** An area and a time that a force keeps an eye on, for itself alone. */
export interface Concern {
  readonly id: string;
  readonly note: string;
  readonly from: string;
  readonly until: string;
  readonly position?: unknown;
  /** Metres. */
  readonly radius?: number | null;
  readonly outline?: unknown;
}

/** A notification that the force holds and that comes into one of its concerns. */
export interface Overlap {
  readonly item: string;
  readonly reference: string;
  readonly concern: string;
  readonly note: string;
  readonly from: string;
  readonly until: string;
}

/** A notification that the force holds and that was not compared with every concern that it may come into. */
export interface Unreckoned {
  readonly item: string;
  readonly reference: string;
}

/** What comes into the concerns of the own force. A service of before does not name what it left out. */
export interface Overlaps {
  readonly overlaps: readonly Overlap[];
  readonly unreckoned?: readonly Unreckoned[];
  /** Whether more was not compared than is named. */
  readonly unnamed?: boolean;
  readonly complete: boolean;
}

export function concerns(): Promise<Answer<{ concerns: readonly Concern[] }>> {
  return get('/api/movements/concerns');
}

export function addConcern(draft: NoticeDraft, key: string): Promise<Answer<unknown>> {
  return command('/api/movements/concerns', draft, key);
}

export function removeConcern(id: string): Promise<Answer<undefined>> {
  return remove(`/api/movements/concerns/${id}`);
}

export function overlaps(): Promise<Answer<Overlaps>> {
  return get('/api/movements/overlaps');
}
