import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { askForFile, takeMany, type FormatName } from '../api/exports.ts';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { NoFile } from './NoFile.tsx';
import { save } from '../components/save.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { sideOf } from '../components/parties.ts';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { loadFilesOfTwo } from '../state/exportRequests.ts';
import type { MapOf } from '../state/route.ts';
import { ownAudience, places } from '../state/store.ts';
import { CotAddress } from './CotAddress.tsx';
import { FilesOfTwo } from './FilesOfTwo.tsx';
import { formatOf, formatsFor } from './formats.ts';
import { kindOf, nothingChosen, queryOf, type Chosen } from './query.ts';
import { say } from './words.ts';

const secondPersonNeeded = 'CG-4052';

/** Takes what a list shows out as a file; several sites only together with a second person. */
export function TakeOut({ of }: { readonly of: MapOf }) {
  const kind = kindOf(of);
  const formats = formatsFor(kind, sideOf(ownAudience.value) === 'security');
  const format = useSignal<FormatName>('html');
  const chosen = useSignal<Chosen>(nothingChosen);
  const busy = useSignal(false);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const query = queryOf(kind, chosen.value);
  const needsTwo = answer.value?.kind === 'refused' && answer.value.problem.code === secondPersonNeeded;

  async function take(): Promise<void> {
    const name = format.value;
    busy.value = true;
    answer.value = undefined;
    const found = await takeMany(name, query);
    busy.value = false;
    answer.value = found;
    if (found.kind === 'ok') save(URL.createObjectURL(found.value), formatOf(name)?.file ?? '');
  }

  return (
    <div class="stack">
      <p class="muted">{say('item.what')}</p>
      {(kind === 'movement' || kind === 'site') && <LawNote />}
      <FormatField
        formats={formats.map(({ name }) => name)}
        value={format.value}
        onChange={(name) => (format.value = name)}
      />
      <Filter chosen={chosen.value} onChange={(next) => (chosen.value = next)} />
      <div class="send">
        <Button kind="primary" disabled={busy.value} onClick={() => void take()}>
          {busy.value ? say('taking') : say('take')}
        </Button>
      </div>
      <NoFile answer={answer.value} />
      <p role="status">{answer.value?.kind === 'ok' && say('taken')}</p>
      {format.value === 'cot' && <CotAddress query={query} />}
      {(kind === 'site' || needsTwo) && (
        <>
          <AskForTwo format={format.value} query={query} />
          <FilesOfTwo />
        </>
      )}
    </div>
  );
}

interface FormatFieldProps {
  readonly formats: readonly FormatName[];
  readonly value: FormatName;
  readonly onChange: (name: FormatName) => void;
}

function FormatField({ formats, value, onChange }: FormatFieldProps) {
  const id = useId();
  return (
    <fieldset>
      <legend class="legend">{say('format')}</legend>
      {formats.map((name) => (
        <label key={name} class="choice format">
          <input
            type="radio"
            name={id}
            checked={value === name}
            onChange={() => {
              onChange(name);
            }}
          />
          <span>
            {say(`format.${name}`)}
            <span class="hint format-hint">{say(`hint.${name}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Filter({ chosen, onChange }: { readonly chosen: Chosen; readonly onChange: (next: Chosen) => void }) {
  return (
    <div class="stack-tight">
      <SelectField
        label={t('filter.channel')}
        value={chosen.channel}
        none={say('everyRoom')}
        options={[...places.value.values()].map(({ channel }) => ({ value: channel.id, label: channel.name }))}
        onChange={(channel) => {
          onChange({ ...chosen, channel });
        }}
      />
      <div class="filter-more">
        <TextField
          label={t('filter.from')}
          type="date"
          value={chosen.from}
          onInput={(from) => {
            onChange({ ...chosen, from });
          }}
        />
        <TextField
          label={say('to')}
          type="date"
          value={chosen.to}
          onInput={(to) => {
            onChange({ ...chosen, to });
          }}
        />
      </div>
      <Checkbox
        checked={chosen.past}
        onChange={(past) => {
          onChange({ ...chosen, past });
        }}
      >
        {t('board.past')}
      </Checkbox>
    </div>
  );
}

interface AskForTwoProps {
  readonly format: FormatName;
  readonly query: ReturnType<typeof queryOf>;
}

function AskForTwo({ format, query }: AskForTwoProps) {
  const command = useCommand();
  const asked = useSignal<string | undefined>(undefined);
  const what = JSON.stringify({ format, query });
  const noRoom = query.channel === undefined;

  async function ask(): Promise<void> {
    const answer = await command.send({ format, ...query }, (key) => askForFile(format, query, key));
    if (answer.kind !== 'ok') return;
    asked.value = what;
    await loadFilesOfTwo();
  }

  return (
    <section class="stack" aria-label={say('two.title')}>
      <h2>{say('two.title')}</h2>
      <p>{say('two.what')}</p>
      {noRoom && <p class="note">{say('two.room')}</p>}
      <div class="send">
        <Button disabled={noRoom || command.busy.value || asked.value === what} onClick={() => void ask()}>
          {say('two.ask')}
        </Button>
      </div>
      <NoFile answer={command.answer.value} />
      <p role="status">{asked.value === what && say('two.asked')}</p>
    </section>
  );
}
