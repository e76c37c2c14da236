import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import type { ItemFilter } from '../api/release.ts';
import { Boards } from '../components/Boards.tsx';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { IncidentFilter } from '../components/IncidentFilter.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { Screen } from '../components/Screen.tsx';
import { useDebounced } from '../components/useDebounced.ts';
import { t } from '../i18n/index.ts';
import { fetchItems } from '../state/fetched.ts';
import { go } from '../state/route.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';

interface Found {
  /** What it answers: while something else stands in the filter, it is not said of that. */
  readonly asked: string;
  readonly ids: readonly string[];
  readonly count: number;
  readonly next?: string;
}

const pageSize = 30;

/** Incidents and messages this reader may see, filtered and searched by the server, which counts only those. */
export function IncidentsScreen() {
  const filter = useSignal<ItemFilter>({ kind: 'incident' });
  const found = useSignal<Found | undefined>(undefined);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const asked = useRef(0);
  const settled = useDebounced(filter.value, 300);
  const changes = useDebounced(store.changes.value, 700);

  async function load(after?: string): Promise<void> {
    const number = ++asked.current;
    const question = JSON.stringify(settled);
    const page = await fetchItems({ ...settled, limit: pageSize, ...(after === undefined ? {} : { after }) });
    if (number !== asked.current) return;
    answer.value = page;
    if (page.kind !== 'ok') {
      if (found.value?.asked !== question) found.value = undefined;
      return;
    }
    const ids = page.value.items.map((item) => item.item);
    found.value = {
      asked: question,
      ids: after === undefined ? ids : [...(found.value?.ids ?? []), ...ids],
      count: page.value.count,
      ...(page.value.next ? { next: page.value.next } : {}),
    };
  }

  useEffect(() => void load(), [JSON.stringify(settled), changes, store.resets.value]);

  const searching = found.value?.asked !== JSON.stringify(filter.value);
  const rows = (found.value?.ids ?? [])
    .map((id) => shown(store.items.value.get(id)))
    .filter((item): item is Item => item !== undefined);
  return (
    <Screen title={t('incidents.title')}>
      <Boards />
      <IncidentFilter filter={filter.value} onChange={(next) => (filter.value = next)} />
      <Failure answer={answer.value} />
      {found.value !== undefined && (
        <p class="muted" role="status" aria-busy={searching}>
          {searching ? t('incidents.searching') : t('incidents.count', { n: found.value.count })}
        </p>
      )}
      {!searching && found.value?.count === 0 && <p class="empty">{t('incidents.empty')}</p>}
      <ol class="conversation" aria-label={t('incidents.title')}>
        {rows.map((item) => (
          <li key={item.item}>
            <ItemRow
              item={item}
              onReply={() => {
                go({ name: 'channel', channel: item.channel });
              }}
              onEdit={() => {
                go({ name: 'channel', channel: item.channel });
              }}
            />
          </li>
        ))}
      </ol>
      {found.value?.next !== undefined && (
        <Button onClick={() => void load(found.value?.next)}>{t('incidents.more')}</Button>
      )}
    </Screen>
  );
}
