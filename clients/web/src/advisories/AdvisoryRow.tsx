import type { Item } from '../api/items.ts';
import { NoticeRow } from '../components/NoticeRow.tsx';
import { t } from '../i18n/index.ts';
import { isInForce } from './standing.ts';

const inBrief = ['routeStatus', 'severity', 'urgency', 'certainty', 'adviceToOthers', 'admin2', 'admin1', 'country'];
const inFull = ['validFrom', 'validUntil', 'callContact'];

/** An advisory in a list: what and where, how grave, how sure, and until when. */
export function AdvisoryRow({ item }: { readonly item: Item }) {
  const over = isInForce(item.fields, Date.now()) ? [] : [t('advisory.over')];
  return <NoticeRow item={item} label={t('item.advisory')} late={over} inBrief={inBrief} inFull={inFull} />;
}
