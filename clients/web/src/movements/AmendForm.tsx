import { useSignal } from '@preact/signals';
import { problemIn } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { audienceName } from '../components/parties.ts';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { amendmentOf } from '../notices/amendment.ts';
import { KeptWords, lookFirst } from '../notices/KeptWords.tsx';
import { decideFirst, Overtaken } from '../notices/Overtaken.tsx';
import { SendChanges } from '../notices/SendChanges.tsx';
import { namedOver, namedWith } from '../notices/typed.ts';
import { answersWith, overtakenIn, typedOver } from '../notices/typedOver.ts';
import { useTyped } from '../notices/useTyped.ts';
import { answersOf, asKeptNow, formWith } from './amending.ts';
import { versionOf } from './dispatch.ts';
import { changesOf, consented, contentOf, formOf } from './form.ts';
import { missing } from './missing.ts';
import { MovementReceived } from './MovementReceived.tsx';
import { MovementSteps } from './MovementSteps.tsx';
import { useLeadTimes } from './useLeadTimes.ts';

/**
 * What is different now of a movement of the own organisation. Only what changed is sent, and at once: an amendment names nobody anew, so that there is no
 * audience to look at first, and a correction may be urgent. Stops go as a whole.
 */
export function AmendForm({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const place = `amend movement ${item.item}`;
  const now = versionOf(item.fields) ?? 0;
  const first = formOf(item.fields);
  const stands = answersOf(first);
  const keeping = useTyped(place, now, asKeptNow);
  const { typed, newer, say } = keeping;
  const form = formWith(answersWith(stands, typed), namedWith(first.named, typed));
  const leadTimes = useLeadTimes(channel.id);
  const receipt = useSignal<MovementReceipt | undefined>(undefined);
  const command = useCommand();
  const changes = changesOf(first, form);
  const nothing = Object.keys(changes).length === 0;
  const overtaken = overtakenIn(keeping, stands, (answers) => contentOf(formWith(answers, first.named)));
  const lacks = [
    ...lookFirst(now, newer),
    ...decideFirst(overtaken),
    ...(nothing ? [t('revise.nothing')] : missing(form)),
  ];
  const told = [t('audience.humanitarian'), ...consented(form).map((audience) => audienceName(audience))];
  const answer = command.answer.value;

  async function send(): Promise<void> {
    const amendment = amendmentOf(changes, typed, item.fields);
    const result = await keeping.send(() =>
      command.send(amendment, (key) => movements.amend(item.item, amendment, key)),
    );
    if (result.kind === 'ok') receipt.value = result.value;
  }

  if (receipt.value !== undefined) return <MovementReceived receipt={receipt.value} channel={channel} />;
  return (
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <KeptWords keeping={keeping} now={now} />
      <Overtaken item={item} answers={overtaken} />
      <TextField
        label={t('movement.amend.reason')}
        value={typed.reason}
        max={1000}
        onInput={(reason) => {
          say({ ...typed, reason });
        }}
      />
      <MovementSteps
        key={keeping.round}
        form={form}
        forces={Object.keys(first.named)}
        leadTimes={isTimelyAgain(changes) ? leadTimes : undefined}
        problem={problemIn(answer)}
        remarks={undefined}
        amending
        onChange={(next) => {
          say({ ...typedOver(stands, answersOf(next), typed), named: namedOver(first.named, next.named) });
        }}
        place={place}
      >
        <SendChanges answer={answer} busy={command.busy.value} lacks={lacks} told={told} onSend={() => void send()} />
      </MovementSteps>
    </>
  );
}

/** Only another start, category or mode asks again whether it is in time. Twin: ContentRules of the movements service. */
function isTimelyAgain(changes: movements.MovementDraft): boolean {
  return ['windowStart', 'category', 'mode'].some((name) => name in changes);
}
