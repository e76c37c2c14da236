import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import { textOf } from '../components/fieldReaders.ts';
import { SendReport } from '../incidents/SendReport.tsx';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';
import { contentOf } from '../notices/content.ts';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { questionsIn } from '../notices/questions.ts';
import { useNewNotice } from '../notices/useNewNotice.ts';
import { lastingDraft } from '../state/drafts.ts';
import { accessLacks } from './missing.ts';
import { accessGroups } from './questions.ts';

const kind = 'access-constraint';
const nothingSaid: Values = {};
const questions = questionsIn(accessGroups);

/** A new access-constraint notice to one channel. Every answer is kept as it is typed. */
export function AccessForm({ channel }: { readonly channel: Channel }) {
  const place = `access ${channel.id}`;
  const values = lastingDraft<Values>(place, nothingSaid);
  const lacks = accessLacks(values.value);
  const content = lacks.length === 0 ? contentOf(questions, values.value) : undefined;
  const notice = useNewNotice({ channel, kind, place, content, post: notices.raiseConstraint });

  if (notice.receipt !== undefined) {
    return (
      <NoticeReceived receipt={notice.receipt} channel={channel} title={t('access.received')} open={t('notice.open')} />
    );
  }
  return (
    <NoticeSteps
      kind={kind}
      label={t('access.raise')}
      groups={accessGroups}
      values={values.value}
      problem={notice.draft.problem}
      remarks={notice.draft.remarks}
      place={place}
      onChange={(next) => (values.value = next)}
      last={t('form.group.send')}
    >
      <SendReport
        kind={kind}
        draft={notice.draft}
        ready={lacks.length === 0}
        least={<MissingList words={lacks} />}
        onSend={notice.onSend}
        textOf={(field) => textOf(values.value[field])}
      />
    </NoticeSteps>
  );
}
