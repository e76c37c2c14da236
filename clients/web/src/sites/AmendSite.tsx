import { useSignal } from '@preact/signals';
import { problemIn } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import type { NoticeReceipt } from '../api/notices.ts';
import { remedyFor } from '../api/problem.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { audienceName } from '../components/parties.ts';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { versionOf } from '../movements/dispatch.ts';
import { consented } from '../movements/form.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { NamedField } from '../movements/NamedField.tsx';
import { amendmentOf } from '../notices/amendment.ts';
import { KeptWords, lookFirst } from '../notices/KeptWords.tsx';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { decideFirst, Overtaken } from '../notices/Overtaken.tsx';
import { SendChanges } from '../notices/SendChanges.tsx';
import { namedOver, namedWith } from '../notices/typed.ts';
import { answersWith, overtakenIn, typedOver } from '../notices/typedOver.ts';
import { useTyped } from '../notices/useTyped.ts';
import { siteChanges, siteContent, siteFormOf, siteLacks } from './form.ts';
import { siteGroups } from './questions.ts';

/**
 * What is different now of a site of the own organisation. Only what changed is sent, and at once: an amendment names nobody anew, so that there is no
 * audience to look at first, and a wrong position is urgent.
 */
export function AmendSite({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const place = `amend site ${item.item}`;
  const now = versionOf(item.fields) ?? 0;
  const first = siteFormOf(item.fields);
  const keeping = useTyped(place, now);
  const { typed, newer, say } = keeping;
  const form = { values: answersWith(first.values, typed), named: namedWith(first.named, typed) };
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const command = useCommand();
  const changes = siteChanges(first, form);
  const nothing = Object.keys(changes).length === 0;
  const overtaken = overtakenIn(keeping, first.values, (values) => siteContent({ ...first, values }));
  const lacks = [
    ...lookFirst(now, newer),
    ...decideFirst(overtaken),
    ...(nothing ? [t('revise.nothing')] : siteLacks(form)),
  ];
  const answer = command.answer.value;
  const problem = problemIn(answer);
  const named = remedyFor(problem, 'recipients');

  async function send(): Promise<void> {
    const amendment = amendmentOf(changes, typed, item.fields);
    const result = await keeping.send(() =>
      command.send(amendment, (key) => notices.movementsCommand(item.item, 'amend-site', amendment, key)),
    );
    if (result.kind === 'ok') receipt.value = result.value;
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
      <NoticeSteps
        key={keeping.round}
        kind="site"
        label={t('site.notify')}
        groups={siteGroups}
        values={form.values}
        problem={problem}
        place={place}
        onChange={(values) => {
          say(typedOver(first.values, values, typed));
        }}
        last={t('movement.step.who')}
        lastWrong={named !== undefined}
      >
        <NamedField
          words="site"
          forces={Object.keys(first.named)}
          named={form.named}
          amending
          error={named}
          onChange={(named) => {
            say({ ...typed, named: namedOver(first.named, named) });
          }}
        />
        <SendChanges
          answer={answer}
          busy={command.busy.value}
          lacks={lacks}
          told={[t('audience.humanitarian'), ...consented(form).map((audience) => audienceName(audience))]}
          onSend={() => void send()}
        />
      </NoticeSteps>
    </>
  );
}
