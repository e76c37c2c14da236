import type { Fields } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';

/** The best name a constraint has for this reader: its title, else of which type it is. */
export function accessTitle(fields: Fields): string {
  const title = textOf(fields['title']);
  if (title !== undefined) return title;
  const type = textOf(fields['constraintType']);
  return type === undefined ? t('item.access') : codeLabel('access-constraint-type', type);
}
