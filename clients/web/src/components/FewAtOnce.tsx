import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';

interface FewAtOnceProps {
  readonly items: readonly Item[];
  readonly label?: string;
  readonly row: (item: Item) => ComponentChildren;
}

const atOnce = 60;

/** A list that may have hundreds of rows, some of them at once: an old phone stands still while it draws them all. */
export function FewAtOnce({ items, label, row }: FewAtOnceProps) {
  const shown = useSignal(atOnce);
  return (
    <>
      <ol class="conversation" aria-label={label}>
        {items.slice(0, shown.value).map((item) => (
          <li key={item.item}>{row(item)}</li>
        ))}
      </ol>
      {items.length > shown.value && <Button onClick={() => (shown.value += atOnce)}>{t('incidents.more')}</Button>}
    </>
  );
}
