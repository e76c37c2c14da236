import { useSignal } from '@preact/signals';
import type { Warning } from '../api/movements.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { Warnings } from '../movements/Warnings.tsx';

/** What the receipts of an item's commands ask to look at. It stays on screen until it was read, whatever becomes of the item. */
export function useReceipts() {
  const warnings = useSignal<readonly Warning[]>([]);
  return {
    taken: (receipt: { readonly warnings?: readonly Warning[] | null }) => (warnings.value = receipt.warnings ?? []),
    shown: warnings.value.length > 0 && (
      <div class="stack-tight">
        <Warnings warnings={warnings.value} />
        <Button onClick={() => (warnings.value = [])}>{t('movement.warnings.read')}</Button>
      </div>
    ),
  };
}
