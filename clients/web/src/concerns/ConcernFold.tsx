import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { OnDemand } from '../screens/OnDemand.tsx';

/** The concerns of the reader's own force, folded: what has to be acknowledged comes before them. */
export function ConcernFold({ onChanged }: { readonly onChanged: () => void }) {
  const open = useSignal(false);
  return (
    <details
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t('concern.title')}</summary>
      {open.value && <OnDemand>{({ Concerns }) => <Concerns onChanged={onChanged} />}</OnDemand>}
    </details>
  );
}
