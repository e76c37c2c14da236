import type { Item } from '../api/items.ts';
import { FieldValue } from '../components/FieldValue.tsx';
import { Moment } from '../components/Moment.tsx';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { courseOf, isFollowUpDue, type Course } from './course.ts';

/** Whether a constraint eases, and whether its follow-up is due. */
export function AccessCourse({ item }: { readonly item: Item }) {
  const course = courseOf(item.fields);
  const due = isFollowUpDue(item.fields, Date.now());
  return (
    <>
      {due && (
        <p class="note late">
          {t('access.followUp.due')} <FieldValue name="followUpBy" value={item.fields['followUpBy']} kind={item.kind} />
        </p>
      )}
      {course !== undefined && <CourseLine course={course} />}
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
