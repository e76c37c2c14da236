import type { Fields } from '../api/items.ts';
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

/** Fields that the course and the follow-up say in words. */
export const saidByCourse = ['severityBefore', 'severitySince', 'followUpDueSince'];

/** The last change of severity since the notice has its readers; undefined while there was none. */
export function courseOf(fields: Fields): Course | undefined {
  const [from, to, since] = ['severityBefore', 'severity', 'severitySince'].map((name) => textOf(fields[name]));
  if (from === undefined || to === undefined || since === undefined) return undefined;
  return { direction: Number(to) < Number(from) ? 'eases' : 'worsens', from, to, since };
}

/** Whether a constraint is settled, one way or the other. */
export function isSettled(fields: Fields): boolean {
  return ['RESOLVED', 'CLOSED_UNRESOLVED'].includes(textOf(fields['state']) ?? '');
}

const aDay = 24 * 60 * 60_000;

/** Whether the day to follow it up has passed while it stands. The server notes it then; here it is seen without a connection too. */
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
