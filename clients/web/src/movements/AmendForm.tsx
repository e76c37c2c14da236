import { useSignal } from '@preact/signals';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { audienceName } from '../components/parties.ts';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { SendChanges } from '../notices/SendChanges.tsx';
import { versionOf } from './dispatch.ts';
import { changesOf, consented, formOf } from './form.ts';
import { missing } from './missing.ts';
import { MovementReceived } from './MovementReceived.tsx';
import { MovementSteps } from './MovementSteps.tsx';

/**
 * What is different now of a movement of the own organisation. Only what changed is sent, and at once: an amendment names nobody anew, so that there is no
 * audience to look at first, and a correction may be urgent.
 */
export function AmendForm({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const first = useSignal(formOf(item.fields)).value;
  const read = useSignal(versionOf(item.fields)).value;
  const form = useSignal(first);
  const reason = useSignal('');
  const receipt = useSignal<MovementReceipt | undefined>(undefined);
  const command = useCommand();
  const changes = changesOf(first, form.value);
  const nothing = Object.keys(changes).length === 0;
  const lacks = nothing ? [t('revise.nothing')] : missing(form.value);
  const told = [t('audience.humanitarian'), ...consented(form.value).map((audience) => audienceName(audience))];
  const answer = command.answer.value;

  async function send(): Promise<void> {
    const why = reason.value.trim();
    const amendment = {
      ...changes,
      ...(why === '' ? {} : { reason: why }),
      // Nothing that recipients are shown and a colleague changed meanwhile is undone unseen. Notes and numbers, for the own side, make no new version.
      ...(read === undefined ? {} : { ifVersion: read }),
    };
    const result = await command.send(amendment, (key) => movements.amend(item.item, amendment, key));
    if (result.kind === 'ok') receipt.value = result.value;
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
        forces={Object.keys(first.named)}
        problem={answer?.kind === 'refused' ? answer.problem : undefined}
        remarks={undefined}
        amending
        onChange={(next) => (form.value = next)}
      >
        <SendChanges answer={answer} busy={command.busy.value} lacks={lacks} told={told} onSend={() => void send()} />
      </MovementSteps>
    </>
  );
}
