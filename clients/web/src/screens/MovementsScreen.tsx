import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import type { ItemPage } from '../api/release.ts';
import { Boards } from '../components/Boards.tsx';
import { Button } from '../components/Button.tsx';
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
import { loadMovements, loadUrgent, movementsHeld } from '../state/movements.ts';
import { ownAudience, store } from '../state/store.ts';

const nothing = () => undefined;

/** The movements this reader holds: for a force, the board of its liaison; for others, overdue and unacknowledged ones first. What is urgent is always here; of the rest, as much as was asked for. */
export function MovementsScreen() {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const page = useSignal<ItemPage | undefined>(undefined);
  const concerned = useSignal(0);
  const asked = useRef(0);

  async function load(after?: string): Promise<void> {
    const number = ++asked.current;
    if (after === undefined) page.value = undefined; // what was said of it is not said of what is fetched now
    const [found, urgent] = await Promise.all([loadMovements(after), after === undefined ? loadUrgent() : undefined]);
    if (number !== asked.current) return;
    const failed = urgent !== undefined && urgent.kind !== 'ok';
    answer.value = failed ? urgent : found;
    if (found.kind === 'ok' && !failed) page.value = found.value;
  }

  useEffect(() => void load(), [store.resets.value]);

  const rows = [...movementsHeld.value].sort((a, b) => byUrgency(a.fields, b.fields));
  const next = page.value?.next ?? undefined;
  return (
    <Screen title={t('filter.movements')}>
      <Boards />
      <Failure answer={answer.value} />
      {answer.value?.kind === 'ok' && <Told page={page.value} rows={rows} />}
      {sideOf(ownAudience.value) === 'security' ? (
        <>
          <Overlaps asked={concerned.value} />
          <LiaisonBoard rows={rows} here={page.value === undefined ? 'not yet' : next === undefined ? 'all' : 'open'} />
          <ConcernFold onChanged={() => (concerned.value += 1)} />
        </>
      ) : (
        <FewAtOnce
          items={rows}
          label={t('filter.movements')}
          row={(item) => <ItemRow item={item} onReply={nothing} onEdit={nothing} />}
        />
      )}
      {next !== undefined && <Button onClick={() => void load(next)}>{t('movements.more')}</Button>}
    </Screen>
  );
}

interface ToldProps {
  readonly page: ItemPage | undefined;
  readonly rows: readonly Item[];
}

/** How many wait for a receipt is said when all of them are here; before that, how many are. */
function Told({ page, rows }: ToldProps) {
  if (page === undefined) return null;
  if (rows.length === 0) return <p class="empty">{t('movements.empty')}</p>;
  return (
    <p class="muted" role="status">
      {page.next
        ? t('movements.some', { n: rows.length, all: Math.max(page.count, rows.length) })
        : t('movements.waiting', { n: rows.filter((item) => waits(item.fields)).length })}
    </p>
  );
}
