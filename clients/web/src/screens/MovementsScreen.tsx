import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import { Boards } from '../components/Boards.tsx';
import { Failure } from '../components/Failure.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { byUrgency, waits } from '../movements/dispatch.ts';
import { keep } from '../state/channelItems.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';

const pageSize = 200;
const nothing = () => undefined;

/** Every movement this reader holds, with those that somebody has yet to acknowledge first: a liaison's list. Loaded once; what comes live is in it. */
export function MovementsScreen() {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  async function load(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await release.items({
        kind: 'movement',
        status: 'current',
        limit: pageSize,
        ...(after === undefined ? {} : { after }),
      });
      if (page.kind === 'ok') keep(page.value.items);
      after = page.kind === 'ok' ? (page.value.next ?? undefined) : undefined;
      if (after === undefined) answer.value = page;
    } while (after !== undefined);
  }

  useEffect(() => void load(), []);

  const rows = [...store.items.value.values()]
    .map(shown)
    .filter((item): item is Item => item?.kind === 'movement' && item.status === 'current')
    .sort((a, b) => byUrgency(a.fields, b.fields));
  return (
    <Screen title={t('filter.movements')}>
      <Boards />
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
