import type { KnownKind } from '../api/items.ts';
import { bboxOf, holds } from './bbox.ts';
import type { Box } from './marks.ts';

/** Kinds whose place is one position: the server finds them by what is in view. The others have routes and outlines, and are asked for page by page. */
const found: readonly KnownKind[] = ['incident', 'site', 'access-constraint'];

export function isFound(kind: KnownKind): boolean {
  return found.includes(kind);
}

/** What is known of a kind once its newest page has come. */
export interface Reach {
  /** Where older ones go on; none when all of it is here. */
  readonly next?: string;
  /** The last box that was answered, and whether more lies in it than was sent. */
  readonly seen?: { readonly box: Box; readonly more: boolean };
}

/** INVARIANT: only an answer for the whole of a box makes it known, so that nobody reads an empty place off a map that was not asked about. */
export function isKnown({ next, seen }: Reach, box: Box): boolean {
  return next === undefined || (seen !== undefined && !seen.more && holds(seen.box, box));
}

/** Whether a box is to be asked for: not when it is known, nor when the answer was that there is too much in it. */
export function isOpen(reach: Reach, box: Box): boolean {
  return !isKnown(reach, box) && (reach.seen === undefined || bboxOf(reach.seen.box) !== bboxOf(box));
}
