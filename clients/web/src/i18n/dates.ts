import { formatTag } from './index.ts';

/** Date and time where the reader is, such as "21 Nov 2026, 14:02". */
export function dateTime(instant: string): string {
  return format(instant, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Time only, for rows under a date. */
export function timeOfDay(instant: string): string {
  return format(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** A calendar day. A day has no time zone, so it is read as UTC and stays the same everywhere. */
export function day(value: string): string {
  return format(value.slice(0, 10), { dateStyle: 'medium', timeZone: 'UTC' });
}

/** Whether an instant is a day that nobody knew a time of: it is kept as the beginning of the day in UTC. */
export function isDay(instant: string | undefined): instant is string {
  return instant !== undefined && /^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?Z)?$/.test(instant);
}

/** A calendar month such as `2026-11`, in words. */
export function month(value: string): string {
  return format(`${value}-01`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The day an instant falls on where the reader is; equal strings are the same day. */
export function localDay(instant: string): string {
  return format(instant, { dateStyle: 'full' });
}

/** The same instant in UTC, for two readers who are far apart. */
export function utc(instant: string): string {
  return `${format(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
}

/** A list of names joined as the language joins them. */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat(formatTag(), { type: 'conjunction' }).format(names);
}

/** One of several names, as the language joins them. */
export function eitherOf(names: readonly string[]): string {
  return new Intl.ListFormat(formatTag(), { type: 'disjunction' }).format(names);
}

function format(value: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? value : new Intl.DateTimeFormat(formatTag(), options).format(date);
}
