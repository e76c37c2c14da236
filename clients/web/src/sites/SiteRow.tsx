import type { Item } from '../api/items.ts';
import { NoticeRow } from '../components/NoticeRow.tsx';
import { t } from '../i18n/index.ts';
import { isEscalated } from '../movements/dispatch.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { confirmationOf, siteWaits } from './standing.ts';

const inBrief = ['state', 'siteType', 'admin2', 'admin1', 'country'];
const inFull = ['position', 'callContact', 'revalidateBy'];

/** A site in a list: what and where it is, whom to call, and until when it has to be confirmed. */
export function SiteRow({ item }: { readonly item: Item }) {
  const confirmation = confirmationOf(item.fields);
  const late = [
    ...(siteWaits(item.fields) ? [t('movement.unacknowledged')] : []),
    ...(isEscalated(item.fields) ? [t('dispatch.escalated')] : []),
    ...(confirmation === undefined ? [] : [t(`site.${confirmation}`)]),
  ];
  return (
    <NoticeRow item={item} label={t('item.site')} late={late} inBrief={inBrief} inFull={inFull}>
      <LawNote />
    </NoticeRow>
  );
}
