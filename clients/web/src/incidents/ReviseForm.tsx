import type { Channel } from '../api/channels.ts';
import * as incidents from '../api/incidents.ts';
import type { Item } from '../api/items.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { Radios } from '../components/Radios.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { textOf } from '../components/fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { KeptWords, lookFirst } from '../notices/KeptWords.tsx';
import { valuesOver, type Typed } from '../notices/typed.ts';
import { useTypedOver } from '../notices/useTypedOver.ts';
import { draft as inMemory } from '../state/drafts.ts';
import { go } from '../state/route.ts';
import { codesOf, labelOf } from './codes.ts';
import { IncidentForm } from './IncidentForm.tsx';
import { SendReport } from './SendReport.tsx';
import { changesOf, contentOf, valuesOf, type Values } from './values.ts';

type Verb = 'update' | 'correct';

/** What was typed over a report, of both kinds of version, whichever it becomes. In memory alone, as all reports: a phone is looked through at a checkpoint. */
interface Revising extends Typed {
  readonly verb?: Verb;
  readonly stage?: string;
}

/** A new version of a report: more is known, or something was wrong. Only what changed is sent. */
export function ReviseForm({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const place = `revise incident ${item.item}`;
  const first = valuesOf(item.fields);
  const { typed, now, version, before, newer, say, forget } = useTypedOver<Revising>(place, item, inMemory);
  const { verb = 'update', stage = textOf(item.fields['stage']) ?? '', reason } = typed;
  const values = { ...first, ...typed.values };
  const { changed, clear } = changesOf(first, values);
  const words = verb === 'update' ? { stage } : { reason: reason.trim() };
  const nothing =
    Object.keys(changed).length === 0 && clear.length === 0 && (verb === 'correct' || stage === item.fields['stage']);
  const ready = !newer && !nothing && (verb === 'update' || reason.trim() !== '');
  const draft = useDraft({
    channel,
    kind: 'incident',
    content: contentOf(writable(values)),
    item,
  });
  const answer = draft.command.answer.value;

  async function send(confirmed?: Wider): Promise<void> {
    const amendment = {
      ...changed,
      ...(clear.length === 0 ? {} : { clear }),
      ...words,
      // What a colleague changed meanwhile is not undone unseen.
      ...(version === undefined ? {} : { ifVersion: version }),
    };
    const result = await draft.send(
      (_, key, label, shown) => incidents.incidentCommand(item.item, verb, { ...amendment, ...label }, key, shown),
      confirmed,
    );
    if (result.kind !== 'sent') return;
    forget();
    go({ name: 'item', item: item.item });
  }

  return (
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <KeptWords now={now} newer={newer} before={before} onDrop={forget} />
      <Radios
        legend={t('revise.why')}
        value={verb}
        options={[
          { value: 'update', label: t('revise.update') },
          { value: 'correct', label: t('revise.correct') },
        ]}
        onChange={(next) => {
          say({ ...typed, verb: next });
        }}
      />
      {verb === 'update' ? (
        <SelectField
          label={t('field.stage')}
          value={stage}
          options={codesOf('report-stage').map((code) => ({ value: code.code, label: labelOf(code) }))}
          onChange={(next) => {
            say({ ...typed, stage: next });
          }}
        />
      ) : (
        <TextField
          label={t('revise.reason')}
          value={reason}
          required
          max={1000}
          onInput={(next) => {
            say({ ...typed, reason: next });
          }}
        />
      )}
      <IncidentForm
        values={values}
        problem={answer?.kind === 'refused' ? answer.problem : undefined}
        onChange={(next) => {
          say({ ...typed, values: valuesOver(first, next) });
        }}
      >
        {lookFirst(now, newer).map((words) => (
          <p class="warning" key={words}>
            {words}
          </p>
        ))}
        {nothing && <p class="muted">{t('revise.nothing')}</p>}
        <SendReport
          kind="incident"
          least={<p class="warning">{t('report.least')}</p>}
          draft={draft}
          ready={ready}
          onSend={(confirmed) => void send(confirmed)}
          textOf={(field) => textOf(values[field])}
        />
      </IncidentForm>
    </>
  );
}

const written = [
  'hazard',
  'verification',
  'stage',
  'corrections',
  'correctionReason',
  'reportedAt',
  'organisation',
  'reportedBy',
  'timeKnown',
];

/** Without what the server writes itself. */
function writable(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !written.includes(name)));
}
