import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { durationWords } from '../i18n/durations.ts';
import { t } from '../i18n/index.ts';
import { useNow } from '../state/useNow.ts';
import { isOver } from './states.ts';

/** How long it is to the start of the window, or to its end. Nothing for a movement that is over, or a window of which only the day is known. */
export function WindowCountdown({ fields }: { readonly fields: Fields }) {
  const now = useNow();
  const [start, end] = [instantIn(fields['windowStart']), instantIn(fields['windowEnd'])];
  if (start === undefined || isOver(fields)) return null;
  if (now < start)
    return <strong class="countdown">{t('window.startsIn', { time: durationWords(start - now) })}</strong>;
  if (end === undefined) return null;
  return now < end ? (
    <strong class="countdown">{t('window.open', { time: durationWords(end - now) })}</strong>
  ) : (
    <strong class="countdown late">{t('window.over')}</strong>
  );
}

function instantIn(value: unknown): number | undefined {
  const at = Date.parse(textOf(value) ?? '');
  return Number.isNaN(at) ? undefined : at;
}
