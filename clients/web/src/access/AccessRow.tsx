import type { Item } from '../api/items.ts';
import { NoticeRow } from '../components/NoticeRow.tsx';
import { t } from '../i18n/index.ts';
import { courseOf, isFollowUpDue } from './course.ts';

const inBrief = ['severity', 'state', 'constraintType', 'admin2', 'admin1', 'country', 'startedAt'];

/** An access-constraint notice in a list: how far it closes access, where, since when, and whether somebody has to follow it up. */
export function AccessRow({ item }: { readonly item: Item }) {
  const late = isFollowUpDue(item.fields, Date.now()) ? [t('access.followUp.due')] : [];
  const course = courseOf(item.fields);
  return (
    <NoticeRow item={item} label={t('item.access')} late={late} inBrief={inBrief} inFull={['followUpBy']}>
      {course !== undefined && <p class="note">{t(`access.${course.direction}`)}</p>}
    </NoticeRow>
  );
}
