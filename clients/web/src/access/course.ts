import type { Fields } from '../api/items.ts';
import type { ItemVersion } from '../api/release.ts';
import { isDay } from '../i18n/dates.ts';
import { textOf } from '../components/fieldReaders.ts';

/** How the severity of a constraint last changed. */
export interface Course {
  readonly direction: 'eases' | 'worsens';
  /** Codes of access-severity. */
  readonly from: string;
  readonly to: string;
  readonly since: string;
}

/** The last change of severity; undefined while there was none. */
export function courseOf(versions: readonly ItemVersion[]): Course | undefined {
  const rated = versions.flatMap(({ at, fields }) => {
    const severity = textOf(fields['severity']);
    return severity === undefined ? [] : [{ at, severity }];
  });
  for (let index = rated.length - 1; index > 0; index -= 1) {
    const [before, after] = [rated[index - 1], rated[index]];
    if (before === undefined || after === undefined || before.severity === after.severity) continue;
    const direction = Number(after.severity) < Number(before.severity) ? 'eases' : 'worsens';
    return { direction, from: before.severity, to: after.severity, since: after.at };
  }
  return undefined;
}

/** Whether a constraint is settled, one way or the other. */
export function isSettled(fields: Fields): boolean {
  return ['RESOLVED', 'CLOSED_UNRESOLVED'].includes(textOf(fields['state']) ?? '');
}

const aDay = 24 * 60 * 60_000;

/** Whether the day to follow it up has passed while it stands. */
export function isFollowUpDue(fields: Fields, now: number): boolean {
  const said = textOf(fields['followUpBy']);
  const by = Date.parse(said ?? '') + (isDay(said) ? aDay : 0);
  return !isSettled(fields) && by <= now;
}

/** What must be followed up first, then the gravest, then the newest; what is settled comes last. */
export function byGravity(a: Fields, b: Fields, now = Date.now()): number {
  return (
    Number(isSettled(a)) - Number(isSettled(b)) ||
    Number(isFollowUpDue(b, now)) - Number(isFollowUpDue(a, now)) ||
    (textOf(b['severity']) ?? '').localeCompare(textOf(a['severity']) ?? '') ||
    (textOf(b['startedAt']) ?? '').localeCompare(textOf(a['startedAt']) ?? '')
  );
}
