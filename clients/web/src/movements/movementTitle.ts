import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { stopsOf } from './reading.ts';

/** The best name a movement has for this reader: from where to where, else by what. */
export function movementTitle(fields: Fields): string {
  const stops = stopsOf(fields['route']);
  const [from, to] = [stops[0]?.name, stops.at(-1)?.name];
  if (from !== undefined && to !== undefined) return t('movement.title', { from, to });
  const mode = textOf(fields['mode']);
  return mode === undefined
    ? t('item.movement')
    : t('movement.titleByMode', { mode: codeLabel('movement-mode', mode) });
}
