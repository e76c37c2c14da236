import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import * as notices from '../api/notices.ts';
import type { NoticeReceipt } from '../api/notices.ts';
import { remedyFor } from '../api/problem.ts';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { t } from '../i18n/index.ts';
import { forcesOf } from '../movements/forces.ts';
import { consented } from '../movements/form.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { NamedField } from '../movements/NamedField.tsx';
import { SendNotification } from '../movements/SendNotification.tsx';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { draft as kept, dropDraft } from '../state/drafts.ts';
import { emptySite, siteContent, siteLacks, type SiteForm } from './form.ts';
import { siteGroups } from './questions.ts';

/** A new site notification to one channel. Every answer is kept as it is typed. */
export function NotifySite({ channel }: { readonly channel: Channel }) {
  const place = `site ${channel.id}`;
  const form = kept<SiteForm>(place, emptySite);
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const lacks = siteLacks(form.value);
  const draft = useDraft({
    channel,
    kind: 'site',
    content: lacks.length === 0 ? siteContent(form.value) : undefined,
  });
  const answer = draft.command.answer.value;
  const problem = answer?.kind === 'refused' ? answer.problem : undefined;
  const preview = draft.preview.kind === 'failed' ? draft.preview.answer : undefined;
  const named = remedyFor(problem, 'recipients');

  async function send(confirmed?: Wider): Promise<void> {
    const post = async (body: object, key: string, _: object, shown: string): Promise<Answer<NoticeReceipt>> => {
      const result = await notices.notifySite(channel.id, body as notices.NoticeDraft, key, shown);
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
        title={t('movement.received')}
        open={t('movement.open')}
      >
        <LawNote />
      </NoticeReceived>
    );
  }
  return (
    <NoticeSteps
      kind="site"
      label={t('site.notify')}
      groups={siteGroups}
      values={form.value.values}
      problem={problem}
      remarks={preview?.kind === 'refused' ? preview.problem : undefined}
      onChange={(values) => (form.value = { ...form.value, values })}
      last={t('movement.step.who')}
      lastWrong={named !== undefined}
    >
      <NamedField
        words="site"
        forces={forcesOf(channel)}
        named={form.value.named}
        amending={false}
        error={named}
        onChange={(next) => (form.value = { ...form.value, named: next })}
      />
      <SendNotification
        kind="site"
        draft={draft}
        missing={lacks}
        named={consented(form.value)}
        onSend={(confirmed) => void send(confirmed)}
        textOf={(field) => textOf(form.value.values[field])}
      />
    </NoticeSteps>
  );
}
