import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Moment } from './Moment.tsx';

/** Who has confirmed receipt, for the organisation that asked. */
export function Acknowledgements({ item }: { readonly item: Item }) {
  const receipts = item.acknowledgements ?? [];
  if (item.fields['acknowledgementRequested'] !== true && receipts.length === 0) return null;
  return (
    <div class="acknowledgements">
      <p class="muted">{t('acknowledgement.requested')}</p>
      {receipts.length > 0 && (
        <details>
          <summary>{t('acknowledgement.count', { n: receipts.length })}</summary>
          <ul>
            {receipts.map((receipt, index) => (
              <li key={index}>
                {receipt.name ? <bdi>{receipt.name}</bdi> : <AudienceChip audience={receipt.by} />}{' '}
                <Moment at={receipt.at} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
