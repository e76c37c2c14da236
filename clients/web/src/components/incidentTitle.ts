import type { Fields } from '../api/items.ts';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { textOf } from './fieldReaders.ts';

/** The best name an incident has for this reader: its title, else what happened, else what the hazard is. */
export function incidentTitle(fields: Fields): string {
  const title = textOf(fields['title']);
  if (title !== undefined) return title;
  const category = textOf(fields['category']);
  if (category !== undefined) return codeLabel('incident-category', category);
  const hazard = textOf(fields['hazard']);
  return hazard === undefined ? t('item.incident') : codeLabel('hazard', hazard);
}
