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

/** `Stop 2, Bridge hospital`, by the place of the stop in the route from zero; its number alone where it has no name. */
export function stopName(route: unknown, index: number): string {
  const name = stopsOf(route)[index]?.name;
  return name === undefined ? t('movement.stop', { n: index + 1 }) : t('movement.stop.named', { n: index + 1, name });
}

/** Where a check-in says that those who move are. */
export function checkInName(route: unknown, stop: number | undefined): string {
  if (stop === undefined) return t('checkIn.onTheWay');
  const name = stopsOf(route)[stop]?.name;
  return name === undefined ? t('checkIn.at', { n: stop + 1 }) : t('checkIn.atNamed', { n: stop + 1, name });
}
