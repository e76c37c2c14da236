import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { AffectedNotification } from '../api/release.ts';
import { Button } from '../components/Button.tsx';
import { Moment } from '../components/Moment.tsx';
import { useDebounced } from '../components/useDebounced.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { store } from '../state/store.ts';
import { SaveRecord } from './SaveRecord.tsx';

/** As long as many changes come one after the other, nothing is asked. */
const stillness = 3000;

/**
 * Which notification an incident affects. Whoever may not know has the same page as if there were none; that nobody could be asked is said to everybody alike.
 * What is shown goes with the notification itself, and is asked for again when anything changed.
 */
export function Affected({ item }: { readonly item: Item }) {
  const found = useSignal<AffectedNotification | undefined>(undefined);
  const failed = useSignal(false);
  const held = useRef(false);
  const tries = useSignal(0);
  const asked = useRef(0);
  const changes = useDebounced(store.changes.value, stillness);

  useEffect(() => {
    const number = ++asked.current;
    void release.affected(item.item).then((answer) => {
      if (number !== asked.current) return;
      const absent = answer.kind === 'refused' && answer.problem.status === 404;
      failed.value = answer.kind !== 'ok' && !absent;
      if (failed.value) return;
      found.value = answer.kind === 'ok' ? answer.value : undefined;
      held.current = found.value !== undefined && store.items.value.has(found.value.item);
    });
  }, [item.item, item.revision, changes, store.link.value, store.resets.value, tries.value]);

  const affected = found.value;
  const gone = affected !== undefined && held.current && !store.items.value.has(affected.item);
  if (affected === undefined || gone) {
    if (!failed.value) return null;
    return (
      <p class="row" role="status">
        <span>{t('affected.unasked')}</span>
        <Button kind="quiet" onClick={() => (tries.value += 1)}>
          {t('error.tryAgain')}
        </Button>
      </p>
    );
  }
  return (
    <section class="stack-tight">
      <p class="row">
        <span>{affected.kind === 'site' ? t('affected.site') : t('affected.movement')}</span>
        <a class="action-link" href={hrefOf({ name: 'item', item: affected.item })}>
          <bdi dir="ltr" class="code">
            {affected.reference}
          </bdi>
        </a>
        {affected.version ? <span class="muted">{t('affected.version', { n: affected.version })}</span> : null}
      </p>
      {affected.kept ? (
        <>
          <p>
            {t('affected.kept')} <Moment at={affected.kept} />
          </p>
          <SaveRecord item={affected.item} incident={item.item} label={t('affected.take')} />
        </>
      ) : null}
    </section>
  );
}
