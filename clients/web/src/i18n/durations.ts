import { formatTag } from './index.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How long something takes, by its two largest units, or by hours alone from two days on, as lead times are counted: `3 hr 20 min`, `51 hr`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / minute);
  const hours = Math.floor(minutes / 60);
  if (minutes < 60) return unit(minutes, 'minute');
  if (milliseconds >= 48 * hour || minutes % 60 === 0) return unit(hours, 'hour');
  return `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
}

function unit(count: number, name: 'hour' | 'minute'): string {
  return new Intl.NumberFormat(formatTag(), { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
}
