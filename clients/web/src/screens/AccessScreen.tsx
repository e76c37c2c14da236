import { useSignal } from '@preact/signals';
import { byGravity, isFollowUpDue } from '../access/course.ts';
import { Board } from '../components/Board.tsx';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { OnDemand } from './OnDemand.tsx';

/** The constraints of access this reader holds, what must be followed up first; and for the humanitarian side the counts of all. */
export function AccessScreen() {
  const open = useSignal(false);
  return (
    <Board
      kind="access-constraint"
      title={t('board.access')}
      type={{ field: 'constraintType', list: 'access-constraint-type' }}
      order={byGravity}
      summary={(items) => t('access.due', { n: items.filter((item) => isFollowUpDue(item.fields, Date.now())).length })}
      empty={t('access.empty')}
    >
      {me.value?.side === 'humanitarian' && (
        <details
          onToggle={(event) => {
            open.value = event.currentTarget.open;
          }}
        >
          <summary>{t('access.overview')}</summary>
          {open.value && <OnDemand>{({ AccessOverview }) => <AccessOverview />}</OnDemand>}
        </details>
      )}
    </Board>
  );
}
