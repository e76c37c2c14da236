import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import { Failure } from '../components/Failure.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { Screen } from '../components/Screen.tsx';
import { useDebounced } from '../components/useDebounced.ts';
import { t } from '../i18n/index.ts';
import { byUrgency, waits } from '../movements/dispatch.ts';
import { keep } from '../state/channelItems.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';

const pageSize = 200;
const nothing = () => undefined;

/** Every movement this reader holds, with those that somebody has yet to acknowledge first: a liaison's list. */
export function MovementsScreen() {
  const ids = useSignal<readonly string[]>([]);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const changes = useDebounced(store.changes.value, 700);

  async function load(): Promise<void> {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await release.items({
        kind: 'movement',
        status: 'current',
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      });
      answer.value = page;
      if (page.kind !== 'ok') return;
      keep(page.value.items);
      found.push(...page.value.items.map((item) => item.item));
      after = page.value.next ?? undefined;
    } while (after !== undefined);
    ids.value = found;
  }

  useEffect(() => void load(), [changes]);

  const rows = ids.value
    .map((id) => shown(store.items.value.get(id)))
    .filter((item): item is Item => item !== undefined)
    .sort((a, b) => byUrgency(a.fields, b.fields));
  return (
    <Screen title={t('filter.movements')}>
      <Failure answer={answer.value} />
      {answer.value?.kind === 'ok' && (
        <p class="muted" role="status">
          {t('movements.waiting', { n: rows.filter((item) => waits(item.fields)).length })}
        </p>
      )}
      {answer.value?.kind === 'ok' && rows.length === 0 && <p class="empty">{t('movements.empty')}</p>}
      <ol class="conversation" aria-label={t('filter.movements')}>
        {rows.map((item) => (
          <li key={item.item}>
            <ItemRow item={item} onReply={nothing} onEdit={nothing} />
          </li>
        ))}
      </ol>
    </Screen>
  );
}
