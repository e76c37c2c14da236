import type { Item } from '../api/items.ts';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { fieldLabel } from './fieldLabel.ts';

/**
 * What is different from the version that this reader's side was shown before: names of fields, and of which version, because its reader may have
 * read an older one last. Values of before are not kept.
 */
export function ChangedFields({ item }: { readonly item: Item }) {
  const names = item.changed ?? [];
  if (names.length === 0) return null;
  const fields = listOf(names.map((name) => fieldLabel(name, item.kind)));
  return <p class="note">{t('item.changed', { n: item.changedSince ?? 1, fields })}</p>;
}
