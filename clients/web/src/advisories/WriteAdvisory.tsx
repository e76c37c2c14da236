import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import { textOf } from '../components/fieldReaders.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { SendNotification } from '../movements/SendNotification.tsx';
import { contentOf } from '../notices/content.ts';
import { missingIn } from '../notices/missing.ts';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { questionsIn } from '../notices/questions.ts';
import { useNewNotice } from '../notices/useNewNotice.ts';
import { lastingDraft } from '../state/drafts.ts';
import { keepsOwn } from './mayAdvise.ts';
import { advisoryGroups } from './questions.ts';

const nothingSaid: Values = {};

/** A new advisory to one channel. Every answer is kept as it is typed. */
export function WriteAdvisory({ channel }: { readonly channel: Channel }) {
  const place = `advisory ${channel.id}`;
  const values = lastingDraft<Values>(place, nothingSaid);
  const groups = advisoryGroups(values.value, keepsOwn());
  const questions = questionsIn(groups);
  const lacks = missingIn('advisory', questions, values.value);
  const content = lacks.length === 0 ? contentOf(questions, values.value) : undefined;
  const notice = useNewNotice({ channel, kind: 'advisory', place, content, post: notices.advise });

  if (notice.receipt !== undefined) {
    return (
      <NoticeReceived
        receipt={notice.receipt}
        channel={channel}
        title={t('advisory.received')}
        open={t('notice.open')}
      />
    );
  }
  return (
    <NoticeSteps
      kind="advisory"
      label={t('advisory.write')}
      groups={groups}
      values={values.value}
      problem={notice.draft.problem}
      remarks={notice.draft.remarks}
      place={place}
      onChange={(next) => (values.value = next)}
      last={t('form.group.send')}
    >
      <SendNotification
        kind="advisory"
        draft={notice.draft}
        missing={lacks}
        named={[]}
        onSend={notice.onSend}
        textOf={(field) => textOf(values.value[field])}
      />
    </NoticeSteps>
  );
}
