import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { dropDraft, lastingDraft } from '../state/drafts.ts';
import { consented, contentOf, emptyForm, type MovementForm } from './form.ts';
import { forcesOf } from './forces.ts';
import { missing } from './missing.ts';
import { MovementReceived } from './MovementReceived.tsx';
import { MovementSteps } from './MovementSteps.tsx';
import { SendNotification } from './SendNotification.tsx';
import { useLeadTimes } from './useLeadTimes.ts';

/** A new notification to one channel. Every answer is kept as it is typed, also over a reload of the page, with the step one was at. */
export function NotifyForm({ channel }: { readonly channel: Channel }) {
  const place = `movement ${channel.id}`;
  const form = lastingDraft<MovementForm>(place, emptyForm);
  const tried = lastingDraft(`${place} tried`, { body: '', key: '' });
  const leadTimes = useLeadTimes(channel.id);
  const receipt = useSignal<MovementReceipt | undefined>(undefined);
  const content = contentOf(form.value);
  const lacks = missing(form.value);
  const draft = useDraft({ channel, kind: 'movement', content: lacks.length === 0 ? content : undefined });

  async function send(confirmed?: Wider): Promise<void> {
    const post = async (body: object, key: string, _: object, shown: string): Promise<Answer<MovementReceipt>> => {
      // The same words keep their key over a reload too: an answer that was lost with the page does not make a second notification.
      const words = JSON.stringify(body);
      tried.value = tried.value.body === words ? tried.value : { body: words, key };
      const result = await movements.notify(channel.id, body as movements.MovementDraft, tried.value.key, shown);
      if (result.kind === 'ok') receipt.value = result.value;
      return result;
    };
    if ((await draft.send(post, confirmed)).kind === 'sent')
      for (const part of ['', ' step', ' tried']) dropDraft(place + part);
  }

  if (receipt.value !== undefined) return <MovementReceived receipt={receipt.value} channel={channel} />;
  return (
    <MovementSteps
      form={form.value}
      forces={forcesOf(channel)}
      leadTimes={leadTimes}
      problem={draft.problem}
      remarks={draft.remarks}
      onChange={(next) => (form.value = next)}
      place={place}
    >
      <SendNotification
        kind="movement"
        draft={draft}
        missing={lacks}
        named={consented(form.value)}
        onSend={(confirmed) => void send(confirmed)}
        textOf={(field) => textOf(form.value.values[field])}
      />
    </MovementSteps>
  );
}
