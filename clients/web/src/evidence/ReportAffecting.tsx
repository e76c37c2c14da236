import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { places } from '../state/store.ts';
import { aboutToReport, isNotified } from './aboutToReport.ts';

/** Leads from a notification to a report about it, for whoever may report somewhere. */
export function ReportAffecting({ item }: { readonly item: Item }) {
  if (!isNotified(item) || ![...places.value.values()].some((place) => place.channel.mayPost)) return null;
  return (
    <p>
      <a
        class="button button-plain"
        href={hrefOf({ name: 'report' })}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab, which knows nothing of it
          aboutToReport.value = item.item;
        }}
      >
        {t('affected.report')}
      </a>
    </p>
  );
}
