import { dateTime, timeOfDay, utc } from '../i18n/dates.ts';

/** An instant where the reader is; UTC on hover and for assistive technology by the machine-readable value. */
export function Moment({ at, short = false }: { readonly at: string; readonly short?: boolean }) {
  return (
    <time dateTime={at} title={utc(at)}>
      <bdi>{short ? timeOfDay(at) : dateTime(at)}</bdi>
    </time>
  );
}
