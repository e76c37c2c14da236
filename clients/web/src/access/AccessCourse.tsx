import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { Moment } from '../components/Moment.tsx';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { courseOf, isFollowUpDue, type Course } from './course.ts';

/** Whether a constraint eases, as far as its own organisation's history tells, and whether its follow-up is due. */
export function AccessCourse({ item }: { readonly item: Item }) {
  const course = useSignal<Course | undefined>(undefined);
  const own = isOwnOrganisation(item);
  const due = isFollowUpDue(item.fields, Date.now());

  useEffect(() => {
    if (!own) return;
    void release.history(item.item).then((found) => {
      if (found.kind === 'ok') course.value = courseOf(found.value.versions);
    });
  }, [item.item, item.revision, own]);

  return (
    <>
      {due && (
        <p class="note late">
          {t('access.followUp.due')} <FieldValue name="followUpBy" value={item.fields['followUpBy']} kind={item.kind} />
        </p>
      )}
      {course.value !== undefined && <CourseLine course={course.value} />}
    </>
  );
}

function CourseLine({ course }: { readonly course: Course }) {
  const label = (severity: string) => codeLabel('access-severity', severity);
  return (
    <p class="note">
      {t(`access.course.${course.direction}`, { from: label(course.from), to: label(course.to) })}{' '}
      <Moment at={course.since} />
    </p>
  );
}
