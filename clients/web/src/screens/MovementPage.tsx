import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { ItemFrame } from '../components/ItemFrame.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { Screen } from '../components/Screen.tsx';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { fetchItem } from '../state/fetched.ts';
import { hrefOf } from '../state/route.ts';
import { store } from '../state/store.ts';
import { useNow } from '../state/useNow.ts';
import { shown } from '../sync/itemBook.ts';
import { NotHere } from './NotHere.tsx';

interface MovementPageProps {
  /** Which notifications it is for. */
  readonly kinds?: readonly string[];
  readonly id: string;
  readonly title: string;
  readonly children: (item: Item) => ComponentChildren;
}

/** A notification for paper: its marking on every sheet, what a notification is at the beginning and at the end, and nothing of the page around it. */
export function MovementPage({ id, title, kinds = ['movement'], children }: MovementPageProps) {
  const item = shown(store.items.value.get(id));
  const now = useNow();

  useEffect(() => {
    void fetchItem(id);
  }, [id, store.resets.value]);

  if (item === undefined || !kinds.includes(item.kind)) return <NotHere />;
  return (
    <Screen title={title}>
      <p class="row not-printed">
        <a class="action-link" href={hrefOf({ name: 'item', item: id })}>
          {t('print.back')}
        </a>
        {mayPrint(item) && (
          <Button
            kind="primary"
            onClick={() => {
              print();
            }}
          >
            {t('print.do')}
          </Button>
        )}
      </p>
      <div class={mayPrint(item) ? 'sheet' : 'sheet not-printed'}>
        <ItemFrame item={item} label={itemTitle(item)} page>
          <div class="stack">
            <h2>
              <bdi>{itemTitle(item)}</bdi>
            </h2>
            <LawNote />
            <p class="muted">
              {t('print.printed')} <TwoClocks at={new Date(now).toISOString()} />
            </p>
            {children(item)}
            <LawNote />
          </div>
        </ItemFrame>
      </div>
    </Screen>
  );
}

/** What must not be exported does not go to paper either. */
export function mayPrint(item: Item): boolean {
  return !item.marking.caveats.includes('no-export');
}
