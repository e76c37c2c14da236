import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import type { Fields, Item, KnownKind } from '../api/items.ts';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { fetchItems } from '../state/fetched.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';
import { Boards } from './Boards.tsx';
import { Button } from './Button.tsx';
import { Checkbox } from './Checkbox.tsx';
import { Failure } from './Failure.tsx';
import { fieldLabel } from './fieldLabel.ts';
import { ItemRow } from './ItemRow.tsx';
import { matches } from './matching.ts';
import { Screen } from './Screen.tsx';
import { SelectField } from './SelectField.tsx';
import { TextField } from './TextField.tsx';

interface BoardProps {
  readonly kind: KnownKind;
  readonly title: string;
  /** The field of the type, and its code list. */
  readonly type: { readonly field: string; readonly list: string };
  readonly order: (a: Fields, b: Fields) => number;
  /** One sentence on what is here and waits for somebody; only once all of it is loaded. */
  readonly summary: (items: readonly Item[]) => string;
  readonly empty: string;
  readonly children?: ComponentChildren;
}

const pageSize = 200;
/** Loaded at once; more on demand, so that nobody fetches thousands over a weak link without meaning to. */
const itemsAtOnce = 1_000;
const rowsAtOnce = 60;
const nothing = () => undefined;

/** Every notice of one kind that this reader holds, in the order in which somebody has to look at them. What comes live is in it. */
export function Board({ kind, title, type, order, summary, empty, children }: BoardProps) {
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const next = useSignal<string | undefined>(undefined);
  const words = useSignal('');
  const code = useSignal('');
  const past = useSignal(false);
  const rows = useSignal(rowsAtOnce);
  const asked = useRef(0);

  async function load(after?: string): Promise<void> {
    const number = ++asked.current;
    let cursor = after;
    for (let items = 0; items < itemsAtOnce;) {
      const found = await fetchItems({
        kind,
        ...(past.value ? {} : { status: 'current' }),
        limit: pageSize,
        ...(cursor === undefined ? {} : { after: cursor }),
      });
      if (number !== asked.current) return;
      cursor = found.kind === 'ok' ? (found.value.next ?? undefined) : cursor;
      next.value = cursor;
      answer.value = found;
      if (found.kind !== 'ok' || cursor === undefined || found.value.items.length === 0) return;
      items += found.value.items.length;
    }
  }

  useEffect(() => void load(), [past.value, store.resets.value]);

  const all = [...store.items.value.values()]
    .map(shown)
    .filter((item): item is Item => item?.kind === kind && (past.value || item.status === 'current'))
    .sort((a, b) => order(a.fields, b.fields));
  const found = all.filter((item) => matches(item, words.value, type.field, code.value));
  const ready = answer.value?.kind === 'ok';
  return (
    <Screen title={title}>
      <Boards />
      <form
        class="filter"
        role="search"
        aria-label={t('filter.title')}
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <TextField
          label={t('filter.search')}
          type="search"
          value={words.value}
          max={200}
          onInput={(value) => (words.value = value)}
        />
        <SelectField
          label={fieldLabel(type.field, kind)}
          value={code.value}
          none={t('filter.everything')}
          options={codesOf(type.list).map((each) => ({ value: each.code, label: labelOf(each) }))}
          onChange={(value) => (code.value = value)}
        />
        <Checkbox checked={past.value} onChange={(on) => (past.value = on)}>
          {t('board.past')}
        </Checkbox>
      </form>
      {children}
      <Failure answer={answer.value} />
      {ready && next.value === undefined && (
        <p class="muted" role="status">
          {summary(all)}
        </p>
      )}
      {ready && next.value === undefined && found.length === 0 && (
        <p class="empty">{all.length === 0 ? empty : t('board.noMatch')}</p>
      )}
      <ol class="conversation" aria-label={title}>
        {found.slice(0, rows.value).map((item) => (
          <li key={item.item}>
            <ItemRow item={item} onReply={nothing} onEdit={nothing} />
          </li>
        ))}
      </ol>
      {found.length > rows.value ? (
        <Button onClick={() => (rows.value += rowsAtOnce)}>{t('incidents.more')}</Button>
      ) : (
        next.value !== undefined && <Button onClick={() => void load(next.value)}>{t('incidents.more')}</Button>
      )}
    </Screen>
  );
}
