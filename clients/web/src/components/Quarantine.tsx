import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { Moment } from './Moment.tsx';

/** Tells the organisation that wrote an item that it is quarantined, and what a coordinator settled about it. */
export function Quarantine({ item }: { readonly item: Item }) {
  if (item.status !== 'quarantined') return null;
  const settled = item.quarantine;
  if (!settled) return <p class="warning">{t('item.quarantined')}</p>;
  return (
    <div class="warning stack-tight">
      <p>{t(`quarantine.${settled.state}`)}</p>
      <p class="user-text" dir="auto">
        {settled.reason}
      </p>
      <p class="row muted">
        {settled.by ? <bdi>{settled.by}</bdi> : null}
        <Moment at={settled.at} />
      </p>
    </div>
  );
}
