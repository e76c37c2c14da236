import { useSignal } from '@preact/signals';
import type { Channel } from '../api/channels.ts';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { textOf } from '../components/fieldReaders.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { TextField } from '../components/TextField.tsx';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { SendReport } from '../incidents/SendReport.tsx';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';
import { changesOf, contentOf, valuesOf } from '../notices/content.ts';
import { NoticeSteps } from '../notices/NoticeSteps.tsx';
import { decideFirst, Overtaken } from '../notices/Overtaken.tsx';
import { questionsIn } from '../notices/questions.ts';
import { useRevision } from '../notices/useRevision.ts';
import { go } from '../state/route.ts';
import { accessLacks } from './missing.ts';
import { accessGroups } from './questions.ts';

const kind = 'access-constraint';
const questions = questionsIn(accessGroups);

/** A new version of an own notice. Only what changed is sent. */
export function ReviseAccess({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const revision = useRevision(valuesOf(questions, item.fields), (values) => contentOf(questions, values));
  const { now, values } = revision;
  const reason = useSignal('');
  const { changed, clear } = changesOf(questions, now, values);
  const nothing = Object.keys(changed).length === 0 && clear.length === 0;
  const lacks = [...decideFirst(revision.overtaken), ...(nothing ? [t('revise.nothing')] : accessLacks(values))];
  const version = item.version ?? undefined;
  const draft = useDraft({
    channel,
    kind,
    content: lacks.length === 0 ? contentOf(questions, values) : undefined,
    item,
    beside: { reason: reason.value.trim(), version },
  });

  async function send(confirmed?: Wider): Promise<void> {
    const why = reason.value.trim();
    const amendment = {
      ...changed,
      ...(clear.length === 0 ? {} : { clear }),
      ...(why === '' ? {} : { reason: why }),
      // What a colleague changed meanwhile is not undone unseen.
      ...(version === undefined ? {} : { ifVersion: version }),
    };
    const result = await draft.send(
      (_, key, label, shown) =>
        revision.send(() => notices.accessCommand(item.item, 'update', { ...amendment, ...label }, key, shown)),
      confirmed,
    );
    if (result.kind === 'sent') go({ name: 'item', item: item.item });
  }

  return (
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <Overtaken item={item} answers={revision.overtaken} />
      <TextField label={t('notice.reason')} value={reason.value} max={1000} onInput={(next) => (reason.value = next)} />
      <NoticeSteps
        kind={kind}
        label={t('access.raise')}
        groups={accessGroups}
        values={values}
        problem={draft.problem}
        remarks={draft.remarks}
        onChange={revision.say}
        last={t('form.group.send')}
      >
        <SendReport
          kind={kind}
          draft={draft}
          ready={lacks.length === 0}
          least={<MissingList words={lacks} />}
          onSend={(confirmed) => void send(confirmed)}
          textOf={(field) => textOf(values[field])}
        />
      </NoticeSteps>
    </>
  );
}
