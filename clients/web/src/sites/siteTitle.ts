import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';

/** The best name a site has for this reader: its own, else what kind of site it is. */
export function siteTitle(fields: Fields): string {
  const name = textOf(fields['name']) ?? textOf(fields['localName']);
  if (name !== undefined) return name;
  const type = textOf(fields['siteType']);
  return type === undefined ? t('item.site') : codeLabel('site-type', type);
}
