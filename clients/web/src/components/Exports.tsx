import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { OnDemandSheets } from '../screens/OnDemandSheets.tsx';

/** Takes an item out as a file; fetched when somebody opens it. */
export function Exports({ item }: { readonly item: Item }) {
  const open = useSignal(false);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t('export.title')}</summary>
      {open.value && <OnDemandSheets>{({ ItemFiles }) => <ItemFiles item={item} />}</OnDemandSheets>}
    </details>
  );
}
