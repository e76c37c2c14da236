import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import type { NoticeReceipt } from '../api/notices.ts';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { SendReport } from '../incidents/SendReport.tsx';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';
import { contentOf } from '../notices/content.ts';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { questionsIn } from '../notices/questions.ts';
import { draft as kept, dropDraft } from '../state/drafts.ts';
import { accessLacks } from './missing.ts';
import { accessGroups } from './questions.ts';

const kind = 'access-constraint';
const questions = questionsIn(accessGroups);

/** A new access-constraint notice to one channel. Every answer is kept as it is typed. */
export function AccessForm({ channel }: { readonly channel: Channel }) {
  const place = `access ${channel.id}`;
  const values = kept<Values>(place, {});
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const lacks = accessLacks(values.value);
  const content = lacks.length === 0 ? contentOf(questions, values.value) : undefined;
  const draft = useDraft({ channel, kind, content });
  const answer = draft.command.answer.value;
  const preview = draft.preview.kind === 'failed' ? draft.preview.answer : undefined;

  async function send(confirmed?: Wider): Promise<void> {
    const post = async (body: object, key: string, _: object, shown: string): Promise<Answer<NoticeReceipt>> => {
      const result = await notices.raiseConstraint(channel.id, body as notices.NoticeDraft, key, shown);
      if (result.kind === 'ok') receipt.value = result.value;
      return result;
    };
    if ((await draft.send(post, confirmed)).kind === 'sent') dropDraft(place);
  }

  if (receipt.value !== undefined) {
    return (
      <NoticeReceived receipt={receipt.value} channel={channel} title={t('access.received')} open={t('notice.open')} />
    );
  }
  return (
    <NoticeSteps
      kind={kind}
      label={t('access.raise')}
      groups={accessGroups}
      values={values.value}
      problem={answer?.kind === 'refused' ? answer.problem : undefined}
      remarks={preview?.kind === 'refused' ? preview.problem : undefined}
      onChange={(next) => (values.value = next)}
      last={t('form.group.send')}
    >
      <SendReport
        kind={kind}
        draft={draft}
        ready={lacks.length === 0}
        least={<MissingList words={lacks} />}
        onSend={(confirmed) => void send(confirmed)}
        textOf={(field) => textOf(values.value[field])}
      />
    </NoticeSteps>
  );
}
