import { Button } from '../components/Button.tsx';
import { ItemReference } from '../components/ItemReference.tsx';
import { itemTitle } from '../components/itemTitle.ts';
import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';
import { shown } from '../sync/itemBook.ts';

interface AboutNoteProps {
  /** Id of the notification. */
  readonly id: string;
  readonly onRemove: () => void;
}

/** Says in words what a report is about, before anything is sent. */
export function AboutNote({ id, onRemove }: AboutNoteProps) {
  const item = shown(store.items.value.get(id));
  return (
    <section class="stack-tight" aria-label={t('affected.form')}>
      <p class="row">
        <span>{t('affected.form')}</span>
        {item === undefined ? (
          <bdi dir="ltr" class="code">
            {id}
          </bdi>
        ) : (
          <>
            <ItemReference item={item} />
            <bdi>{itemTitle(item)}</bdi>
          </>
        )}
      </p>
      <p class="muted">{t('affected.form.what')}</p>
      <p>
        <Button kind="quiet" onClick={onRemove}>
          {t('affected.remove')}
        </Button>
      </p>
    </section>
  );
}
