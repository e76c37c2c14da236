import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import type { AffectedNotification } from '../api/release.ts';
import { Moment } from '../components/Moment.tsx';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { SaveRecord } from './SaveRecord.tsx';

/** Which notification an incident affects. Whoever may not know has the same page as if there were none. */
export function Affected({ item }: { readonly item: Item }) {
  const found = useSignal<AffectedNotification | undefined>(undefined);

  useEffect(() => {
    void release.affected(item.item).then((answer) => {
      found.value = answer.kind === 'ok' ? answer.value : undefined;
    });
  }, [item.item, item.revision]);

  const affected = found.value;
  if (affected === undefined) return null;
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
