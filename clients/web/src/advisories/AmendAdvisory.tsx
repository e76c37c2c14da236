import { useSignal } from '@preact/signals';
import { problemIn } from '../api/answer.ts';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { versionOf } from '../movements/dispatch.ts';
import { amendmentOf } from '../notices/amendment.ts';
import { changesOf, contentOf, valuesOf } from '../notices/content.ts';
import { KeptWords, lookFirst } from '../notices/KeptWords.tsx';
import { missingIn } from '../notices/missing.ts';
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { decideFirst, Overtaken } from '../notices/Overtaken.tsx';
import { questionsIn } from '../notices/questions.ts';
import { SendChanges } from '../notices/SendChanges.tsx';
import { answersWith, overtakenIn, typedOver } from '../notices/typedOver.ts';
import { useTyped } from '../notices/useTyped.ts';
import { keepsOwn } from './mayAdvise.ts';
import { advisoryGroups } from './questions.ts';

/** What is different now of an own advisory. Only what changed is sent, and at once, to those who have it. */
export function AmendAdvisory({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const questions = questionsIn(advisoryGroups({ advisoryType: 'ROUTE_STATUS' }, keepsOwn()));
  const place = `amend advisory ${item.item}`;
  const now = versionOf(item.fields) ?? 0;
  const first = valuesOf(questions, item.fields);
  const keeping = useTyped(place, now);
  const { typed, newer, say } = keeping;
  const values = answersWith(first, typed);
  const receipt = useSignal<notices.NoticeReceipt | undefined>(undefined);
  const command = useCommand();
  const groups = advisoryGroups(values, keepsOwn());
  const { changed, clear } = changesBetween();
  const nothing = Object.keys(changed).length === 0 && clear.length === 0;
  const overtaken = overtakenIn(keeping, first, (answers) => contentOf(questions, answers));
  const lacks = [
    ...lookFirst(now, newer),
    ...decideFirst(overtaken),
    ...(nothing ? [t('revise.nothing')] : missingIn('advisory', questionsIn(groups), values)),
  ];
  const answer = command.answer.value;

  /** The state of a route goes when it is no longer about one. */
  function changesBetween() {
    const stands = values['advisoryType'] === 'ROUTE_STATUS' ? values : { ...values, routeStatus: '' };
    return changesOf(questions, first, stands);
  }

  async function send(): Promise<void> {
    const changes = { ...changed, ...(clear.length === 0 ? {} : { clear }) };
    const amendment = amendmentOf(changes, typed, item.fields);
    const result = await keeping.send(() =>
      command.send(amendment, (key) => notices.movementsCommand(item.item, 'amend-advisory', amendment, key)),
    );
    if (result.kind === 'ok') receipt.value = result.value;
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
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <KeptWords keeping={keeping} now={now} />
      <Overtaken item={item} answers={overtaken} />
      <TextField
        label={t('notice.reason')}
        value={typed.reason}
        max={1000}
        onInput={(reason) => {
          say({ ...typed, reason });
        }}
      />
      <NoticeSteps
        key={keeping.round}
        kind="advisory"
        label={t('advisory.write')}
        groups={groups}
        values={values}
        place={place}
        problem={problemIn(answer)}
        onChange={(next) => {
          say(typedOver(first, next, typed));
        }}
        last={t('form.group.send')}
      >
        <SendChanges
          answer={answer}
          busy={command.busy.value}
          lacks={lacks}
          told={[t('audience.humanitarian')]}
          onSend={() => void send()}
        />
      </NoticeSteps>
    </>
  );
}
