import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';

/** The best name an advisory has for this reader: what it is about, and where. */
export function advisoryTitle(fields: Fields): string {
  const type = textOf(fields['advisoryType']);
  if (type === undefined) return t('item.advisory');
  const label = codeLabel('advisory-type', type);
  const place = ['place', 'admin2', 'admin1'].map((name) => textOf(fields[name])).find((name) => name !== undefined);
  return place === undefined ? label : t('advisory.title', { type: label, place });
}
