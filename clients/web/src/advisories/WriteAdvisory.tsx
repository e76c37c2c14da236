import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import type { NoticeReceipt } from '../api/notices.ts';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { SendNotification } from '../movements/SendNotification.tsx';
import { contentOf } from '../notices/content.ts';
import { missingIn } from '../notices/missing.ts';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { questionsIn } from '../notices/questions.ts';
import { draft as kept, dropDraft } from '../state/drafts.ts';
import { keepsOwn } from './mayAdvise.ts';
import { advisoryGroups } from './questions.ts';

/** Where the words of an advisory under way are kept. */
export const advisoryPlace = (channel: string) => `advisory ${channel}`;

/** A new advisory to one channel. Every answer is kept as it is typed. */
export function WriteAdvisory({ channel }: { readonly channel: Channel }) {
  const place = advisoryPlace(channel.id);
  const values = kept<Values>(place, {});
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const groups = advisoryGroups(values.value, keepsOwn());
  const questions = questionsIn(groups);
  const lacks = missingIn('advisory', questions, values.value);
  const draft = useDraft({
    channel,
    kind: 'advisory',
    content: lacks.length === 0 ? contentOf(questions, values.value) : undefined,
  });
  const answer = draft.command.answer.value;
  const preview = draft.preview.kind === 'failed' ? draft.preview.answer : undefined;

  async function send(confirmed?: Wider): Promise<void> {
    const post = async (body: object, key: string, _: object, shown: string): Promise<Answer<NoticeReceipt>> => {
      const result = await notices.advise(channel.id, body as notices.NoticeDraft, key, shown);
      if (result.kind === 'ok') receipt.value = result.value;
      return result;
    };
    if ((await draft.send(post, confirmed)).kind === 'sent') dropDraft(place);
  }

  if (receipt.value !== undefined) {
    return (
      <NoticeReceived
        receipt={receipt.value}
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
      problem={answer?.kind === 'refused' ? answer.problem : undefined}
      remarks={preview?.kind === 'refused' ? preview.problem : undefined}
      onChange={(next) => (values.value = next)}
      last={t('form.group.send')}
    >
      <SendNotification
        kind="advisory"
        draft={draft}
        missing={lacks}
        named={[]}
        onSend={(confirmed) => void send(confirmed)}
        textOf={(field) => textOf(values.value[field])}
      />
    </NoticeSteps>
  );
}
