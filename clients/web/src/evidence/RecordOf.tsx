import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { isNotified } from './aboutToReport.ts';
import { SaveRecord } from './SaveRecord.tsx';

/** The record of a notification, for the organisation that notified. */
export function RecordOf({ item }: { readonly item: Item }) {
  if (!isNotified(item)) return null;
  return (
    <details>
      <summary>{t('record.title')}</summary>
      <div class="stack-tight">
        <p class="muted">{t('record.what')}</p>
        <SaveRecord item={item.item} label={t('record.take')} />
      </div>
    </details>
  );
}
