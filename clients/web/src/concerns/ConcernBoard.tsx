import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { OnDemand } from '../screens/OnDemand.tsx';
import { Overlaps } from './Overlaps.tsx';

/** For a force alone: what comes into its concerns, and the concerns themselves. */
export function ConcernBoard() {
  const open = useSignal(false);
  const asked = useSignal(0);
  return (
    <>
      <Overlaps asked={asked.value} />
      <details
        onToggle={(event) => {
          open.value = event.currentTarget.open;
        }}
      >
        <summary>{t('concern.title')}</summary>
        {open.value && <OnDemand>{({ Concerns }) => <Concerns onChanged={() => (asked.value += 1)} />}</OnDemand>}
      </details>
    </>
  );
}
