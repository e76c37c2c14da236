import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { TextField } from '../components/TextField.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { t } from '../i18n/index.ts';
import { changesOf, consented, contentOf, formOf } from './form.ts';
import { forcesOf } from './forces.ts';
import { missing } from './missing.ts';
import { MovementReceived } from './MovementReceived.tsx';
import { MovementSteps } from './MovementSteps.tsx';
import { SendNotification } from './SendNotification.tsx';

/** What is different now of a movement of the own organisation. Only what changed is sent. */
export function AmendForm({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const first = useSignal(formOf(item.fields)).value;
  const form = useSignal(first);
  const reason = useSignal('');
  const receipt = useSignal<MovementReceipt | undefined>(undefined);
  const changes = changesOf(first, form.value);
  const nothing = Object.keys(changes).length === 0;
  const lacks = nothing ? [t('revise.nothing')] : missing(form.value);
  const draft = useDraft({
    channel,
    kind: 'movement',
    content: lacks.length === 0 ? contentOf(form.value) : undefined,
    item,
  });
  const answer = draft.command.answer.value;
  const preview = draft.preview.kind === 'failed' ? draft.preview.answer : undefined;

  async function send(confirmed?: Wider): Promise<void> {
    const why = reason.value.trim();
    const amendment = { ...changes, ...(why === '' ? {} : { reason: why }) };
    const post = async (_: object, key: string, __: object, shown: string): Promise<Answer<MovementReceipt>> => {
      const result = await movements.amend(item.item, amendment, key, shown);
      if (result.kind === 'ok') receipt.value = result.value;
      return result;
    };
    await draft.send(post, confirmed);
  }

  if (receipt.value !== undefined) return <MovementReceived receipt={receipt.value} channel={channel} />;
  return (
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <TextField
        label={t('movement.amend.reason')}
        value={reason.value}
        max={1000}
        onInput={(next) => (reason.value = next)}
      />
      <MovementSteps
        form={form.value}
        forces={forcesOf(channel)}
        problem={answer?.kind === 'refused' ? answer.problem : undefined}
        remarks={preview?.kind === 'refused' ? preview.problem : undefined}
        amending
        onChange={(next) => (form.value = next)}
      >
        <SendNotification
          draft={draft}
          missing={lacks}
          named={consented(form.value)}
          onSend={(confirmed) => void send(confirmed)}
          textOf={(field) => textOf(form.value.values[field])}
        />
      </MovementSteps>
    </>
  );
}
