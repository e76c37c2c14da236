import { useSignal } from '@preact/signals';
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
import { NoticeReceived } from '../notices/NoticeReceived.tsx';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { SendChanges } from '../notices/SendChanges.tsx';
import { siteChanges, siteFormOf, siteLacks } from './form.ts';
import { siteGroups } from './questions.ts';

/**
 * What is different now of a site of the own organisation. Only what changed is sent, and at once: an amendment names nobody anew, so that there is no
 * audience to look at first, and a wrong position is urgent.
 */
export function AmendSite({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const first = useSignal(siteFormOf(item.fields)).value;
  const read = useSignal(versionOf(item.fields)).value;
  const form = useSignal(first);
  const reason = useSignal('');
  const receipt = useSignal<NoticeReceipt | undefined>(undefined);
  const command = useCommand();
  const changes = siteChanges(first, form.value);
  const lacks = Object.keys(changes).length === 0 ? [t('revise.nothing')] : siteLacks(form.value);
  const answer = command.answer.value;
  const problem = answer?.kind === 'refused' ? answer.problem : undefined;
  const named = remedyFor(problem, 'recipients');

  async function send(): Promise<void> {
    const why = reason.value.trim();
    const amendment = {
      ...changes,
      ...(why === '' ? {} : { reason: why }),
      ...(read === undefined ? {} : { ifVersion: read }),
    };
    const result = await command.send(amendment, (key) =>
      notices.movementsCommand(item.item, 'amend-site', amendment, key),
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
      <TextField
        label={t('movement.amend.reason')}
        value={reason.value}
        max={1000}
        onInput={(next) => (reason.value = next)}
      />
      <NoticeSteps
        kind="site"
        label={t('site.notify')}
        groups={siteGroups}
        values={form.value.values}
        problem={problem}
        onChange={(values) => (form.value = { ...form.value, values })}
        last={t('movement.step.who')}
        lastWrong={named !== undefined}
      >
        <NamedField
          words="site"
          forces={Object.keys(first.named)}
          named={form.value.named}
          amending
          error={named}
          onChange={(next) => (form.value = { ...form.value, named: next })}
        />
        <SendChanges
          answer={answer}
          busy={command.busy.value}
          lacks={lacks}
          told={[t('audience.humanitarian'), ...consented(form.value).map((audience) => audienceName(audience))]}
          onSend={() => void send()}
        />
      </NoticeSteps>
    </>
  );
}
