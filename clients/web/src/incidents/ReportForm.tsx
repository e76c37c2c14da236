import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel, Receipt } from '../api/channels.ts';
import * as incidents from '../api/incidents.ts';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { AboutNote } from '../evidence/AboutNote.tsx';
import { AboutQuestion } from '../evidence/AboutQuestion.tsx';
import { aboutToReport } from '../evidence/aboutToReport.ts';
import { useAbout } from '../evidence/useAbout.ts';
import { AttachField } from '../files/AttachField.tsx';
import { useAttachments } from '../files/useAttachments.ts';
import { t } from '../i18n/index.ts';
import { draft as kept, dropDraft } from '../state/drafts.ts';
import { IncidentForm } from './IncidentForm.tsx';
import { ReportReceived } from './ReportReceived.tsx';
import { SendReport } from './SendReport.tsx';
import { contentOf, type Values } from './values.ts';

/** A new incident report to one channel. */
export function ReportForm({ channel }: { readonly channel: Channel }) {
  const place = `report ${channel.id}`;
  const values = kept<Values>(place, {});
  const receipt = useSignal<Receipt | undefined>(undefined);
  const attachments = useAttachments(channel.id);

  const about = useAbout(values, place, () => {
    dropDraft(place);
  });

  const content: Readonly<Record<string, unknown>> = {
    ...contentOf(values.value),
    ...(attachments.ids.length === 0 ? {} : { attachments: attachments.ids }),
  };
  const ready = content['category'] !== undefined && content['occurredAt'] !== undefined;
  const draft = useDraft({ channel, kind: 'incident', content: ready ? content : undefined });

  async function send(confirmed?: Wider): Promise<void> {
    const post = async (body: object, key: string, _: object, shown: string): Promise<Answer<Receipt>> => {
      const result = await incidents.report(channel.id, body as incidents.IncidentDraft, key, shown);
      if (result.kind === 'ok') receipt.value = result.value;
      return result;
    };
    if ((await draft.send(post, confirmed)).kind !== 'sent') return;
    attachments.done();
    dropDraft(place);
    aboutToReport.value = undefined;
  }

  if (receipt.value !== undefined) return <ReportReceived receipt={receipt.value} channel={channel} />;
  return (
    <>
      {about.asked !== undefined && <AboutQuestion id={about.asked} onAnswer={about.answer} />}
      {about.id !== undefined && <AboutNote id={about.id} onRemove={about.remove} />}
      <IncidentForm
        values={values.value}
        problem={draft.problem}
        remarks={draft.remarks}
        onChange={(next) => (values.value = next)}
      >
        <AttachField attachments={attachments} />
        <SendReport
          kind="incident"
          least={<p class="warning">{t('report.least')}</p>}
          draft={draft}
          ready={ready && attachments.ready}
          onSend={(confirmed) => void send(confirmed)}
          textOf={(field) => textOf(values.value[field])}
        />
      </IncidentForm>
    </>
  );
}
