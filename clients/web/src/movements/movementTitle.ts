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

/** `Stop 2: Bridge hospital`, by the place of the stop in the route from zero; its number alone where it has no name. */
export function stopName(route: unknown, index: number): string {
  const name = stopsOf(route)[index]?.name;
  const number = t('movement.stop', { n: index + 1 });
  return name === undefined ? number : t('movement.stop.named', { stop: number, name });
}

/** Where a check-in says that those who move are. */
export function checkInName(route: unknown, stop: number | undefined): string {
  return stop === undefined ? t('checkIn.onTheWay') : t('checkIn.at', { stop: stopName(route, stop) });
}
