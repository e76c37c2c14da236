import type { Fields } from '../api/items.ts';
import { property, textOf } from '../components/fieldReaders.ts';
import { isOver } from './states.ts';

/** A sign of life of those who move: at a stop, by its place in the route from zero, or on the way. */
export interface CheckIn {
  readonly at: string;
  readonly stop?: number;
  readonly note?: string;
  readonly by?: unknown;
}

/** What the own side has heard of those who move, in the order in which it was said. */
export function checkInsOf(value: unknown): readonly CheckIn[] {
  const found = (Array.isArray(value) ? value : []).flatMap((each: unknown) => {
    const [at, stop, note, by] = ['at', 'stop', 'note', 'by'].map((name) => property(each, name));
    const when = textOf(at);
    if (when === undefined) return [];
    const words = textOf(note);
    return [
      {
        at: when,
        ...(typeof stop === 'number' ? { stop } : {}),
        ...(words === undefined ? {} : { note: words }),
        ...(by === undefined || by === null ? {} : { by }),
      },
    ];
  });
  return found.sort((a, b) => a.at.localeCompare(b.at));
}

/** The last that was heard from a stop. */
export function lastAt(checkIns: readonly CheckIn[], stop: number): CheckIn | undefined {
  return checkIns.filter((each) => each.stop === stop).at(-1);
}

/** Since when those who move should have been heard of; undefined while they are not overdue, or for who is not told. */
export function overdueSince(fields: Fields): string | undefined {
  return isOver(fields) ? undefined : textOf(fields['overdueSince']);
}

export function isOverdue(fields: Fields): boolean {
  return overdueSince(fields) !== undefined;
}

/** When they are to be heard of next. */
export function nextDue(fields: Fields): string | undefined {
  return isOver(fields) ? undefined : textOf(fields['nextCheckInDue']);
}
