import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { Boards } from '../components/Boards.tsx';
import { Failure } from '../components/Failure.tsx';
import { FewAtOnce } from '../components/FewAtOnce.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { sideOf } from '../components/parties.ts';
import { Screen } from '../components/Screen.tsx';
import { ConcernFold } from '../concerns/ConcernFold.tsx';
import { Overlaps } from '../concerns/Overlaps.tsx';
import { t } from '../i18n/index.ts';
import { byUrgency, waits } from '../movements/dispatch.ts';
import { LiaisonBoard } from '../movements/LiaisonBoard.tsx';
import { loadMovements, movementsHeld } from '../state/movements.ts';
import { ownAudience } from '../state/store.ts';

const nothing = () => undefined;

/** Every movement this reader holds: for a force, the board of its liaison; for others, overdue and unacknowledged ones first. */
export function MovementsScreen() {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const concerned = useSignal(0);

  useEffect(() => void loadMovements().then((found) => (answer.value = found)), []);

  const rows = [...movementsHeld.value].sort((a, b) => byUrgency(a.fields, b.fields));
  return (
    <Screen title={t('filter.movements')}>
      <Boards />
      <Failure answer={answer.value} />
      {answer.value?.kind === 'ok' && rows.length > 0 && (
        <p class="muted" role="status">
          {t('movements.waiting', { n: rows.filter((item) => waits(item.fields)).length })}
        </p>
      )}
      {answer.value?.kind === 'ok' && rows.length === 0 && <p class="empty">{t('movements.empty')}</p>}
      {sideOf(ownAudience.value) === 'security' ? (
        <>
          <Overlaps asked={concerned.value} />
          <LiaisonBoard rows={rows} />
          <ConcernFold onChanged={() => (concerned.value += 1)} />
        </>
      ) : (
        <FewAtOnce
          items={rows}
          label={t('filter.movements')}
          row={(item) => <ItemRow item={item} onReply={nothing} onEdit={nothing} />}
        />
      )}
    </Screen>
  );
}
