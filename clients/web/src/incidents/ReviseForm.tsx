import { useSignal } from '@preact/signals';
import type { Channel } from '../api/channels.ts';
import * as incidents from '../api/incidents.ts';
import type { Item } from '../api/items.ts';
import { remedyFor } from '../api/problem.ts';
import { MarkingBar } from '../components/MarkingBar.tsx';
import { Radios } from '../components/Radios.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { useDraft, type Wider } from '../composer/useDraft.ts';
import { textOf } from '../components/fieldReaders.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';
import { decideFirst, Overtaken } from '../notices/Overtaken.tsx';
import { useRevision } from '../notices/useRevision.ts';
import { go } from '../state/route.ts';
import { codesOf, labelOf } from './codes.ts';
import { IncidentForm } from './IncidentForm.tsx';
import { SendReport } from './SendReport.tsx';
import { changesOf, contentOf, valuesOf, type Values } from './values.ts';

type Verb = 'update' | 'correct';

/** A new version of a report: more is known, or something was wrong. Only what changed is sent. */
export function ReviseForm({ item, channel }: { readonly item: Item; readonly channel: Channel }) {
  const revision = useRevision(valuesOf(item.fields), contentOf);
  const { now, values } = revision;
  const verb = useSignal<Verb>('update');
  const reason = useSignal('');
  const { changed: all, clear } = changesOf(now, values);
  const { stage, ...changed } = all;
  const goesOn = stage !== undefined;
  const words = verb.value === 'update' ? (goesOn ? { stage } : {}) : { reason: reason.value.trim() };
  const nothing = Object.keys(changed).length === 0 && clear.length === 0 && (verb.value === 'correct' || !goesOn);
  // A correction goes on to no stage: which one stands is nothing to it.
  const overtaken = revision.overtaken.filter(({ fields }) => verb.value === 'update' || !fields.includes('stage'));
  const undecided = decideFirst(overtaken);
  const version = item.version ?? undefined;
  const ready = undecided.length === 0 && !nothing && (verb.value === 'update' || reason.value.trim() !== '');
  const draft = useDraft({
    channel,
    kind: 'incident',
    content: contentOf(writable(values)),
    item,
    beside: { verb: verb.value, version, ...words },
  });
  const refusedStage = remedyFor(draft.problem, 'stage');

  async function send(confirmed?: Wider): Promise<void> {
    const amendment = {
      ...changed,
      ...(clear.length === 0 ? {} : { clear }),
      ...words,
      // What a colleague changed meanwhile is not undone unseen.
      ...(version === undefined ? {} : { ifVersion: version }),
    };
    const result = await draft.send(
      (_, key, label, shown) =>
        revision.send(() => incidents.incidentCommand(item.item, verb.value, { ...amendment, ...label }, key, shown)),
      confirmed,
    );
    if (result.kind === 'sent') go({ name: 'item', item: item.item });
  }

  return (
    <>
      <MarkingBar marking={item.marking} exercise={item.exercise === true} />
      <Overtaken item={item} answers={overtaken} />
      <Radios
        legend={t('revise.why')}
        value={verb.value}
        options={[
          { value: 'update', label: t('revise.update') },
          { value: 'correct', label: t('revise.correct') },
        ]}
        onChange={(next) => (verb.value = next)}
      />
      {verb.value === 'update' ? (
        <SelectField
          label={t('field.stage')}
          value={textOf(values['stage']) ?? ''}
          options={codesOf('report-stage').map((code) => ({ value: code.code, label: labelOf(code) }))}
          {...(refusedStage === undefined ? {} : { error: refusedStage })}
          onChange={(next) => {
            revision.say({ ...values, stage: next });
          }}
        />
      ) : (
        <TextField
          label={t('revise.reason')}
          value={reason.value}
          required
          max={1000}
          onInput={(next) => (reason.value = next)}
        />
      )}
      <IncidentForm values={values} problem={draft.problem} remarks={draft.remarks} onChange={revision.say}>
        {nothing && <p class="muted">{t('revise.nothing')}</p>}
        <MissingList words={undecided} />
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
