import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { onDemand } from './onDemand.tsx';

const { Show } = onDemand(() => import('../versions/Versions.tsx'));

/** The way to what an item of the own organisation said before: fetched by who asks for it. */
export function EarlierVersions({ item }: { readonly item: Item }) {
  const open = useSignal(false);
  return (
    <section class="stack" aria-label={t('versions.title')}>
      <h2>{t('versions.title')}</h2>
      {open.value ? (
        <Show>{({ Versions }) => <Versions key={item.revision} item={item} />}</Show>
      ) : (
        <div>
          <Button onClick={() => (open.value = true)}>{t('versions.show')}</Button>
        </div>
      )}
    </section>
  );
}
