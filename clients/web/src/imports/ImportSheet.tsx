import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Channel } from '../api/channels.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { audienceName } from '../components/parties.ts';
import { Radios } from '../components/Radios.tsx';
import { save } from '../components/save.ts';
import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import { draft, dropDraft, lastingDraft } from '../state/drafts.ts';
import { hrefOf } from '../state/route.ts';
import { ConsentField } from './ConsentField.tsx';
import { Faults } from './Faults.tsx';
import { FileField, type ReadFile } from './FileField.tsx';
import { Looked, Outcome, Progress } from './ImportSteps.tsx';
import { notificationsIn, withConsent, type SheetNotification } from './notifications.ts';
import { readTable, type SheetKind } from './sheet.ts';
import { templateOf } from './templates.ts';
import { leftOf, useImport } from './useImport.ts';
import { say } from './words.ts';

interface Chosen {
  readonly kind: SheetKind;
  readonly system: string;
  /** Name and text of the table; empty while none is chosen. */
  readonly name: string;
  readonly text: string;
  readonly consents: readonly string[];
}

const nothing: Chosen = { kind: 'movement', system: '', name: '', text: '', consents: [] };
/** What is longer stays in memory alone: the storage of a tab is small. */
const longestKept = 500_000;
const longestSystem = 64;

/** Notifies what a table holds to one channel: chosen, looked over row by row, sent. */
export function ImportSheet({ channel }: { readonly channel: Channel }) {
  const place = `import ${channel.id}`;
  const kept = lastingDraft<Chosen>(place, nothing);
  const long = draft<string>(`${place} text`, '');
  const { kind, name, consents, ...chosen } = kept.value;
  const text = chosen.text === '' ? long.value : chosen.text;
  const system = chosen.system.trim() === '' ? `${kind}s` : chosen.system.trim();
  const fromBefore = useRef(text !== '');
  const { step, stopped, look, send, forget } = useImport({ channel: channel.id, kind, system });
  const table = useMemo(() => (text === '' ? undefined : readTable(kind, text)), [kind, text]);
  const read = useMemo(
    () => (table?.kind === 'rows' ? notificationsIn(kind, table.rows, system) : []),
    [table, kind, system],
  );
  const rows = useMemo(() => withConsent(read, consents, audienceName), [read, consents]);
  const now = step.value;
  const isOver = now.kind === 'sent' && stopped.value === undefined && leftOf(now.found, now.sent).length === 0;
  const busy = now.kind === 'looking' || now.kind === 'sending';

  // What went in does not stay on the device, and is gone with this page.
  useEffect(() => {
    if (!isOver) return undefined;
    long.value = text;
    kept.value = { ...kept.value, text: '' };
    return () => {
      dropDraft(place);
      dropDraft(`${place} text`);
    };
  }, [isOver]);

  function change(part: Partial<Chosen>): void {
    kept.value = { ...kept.value, ...part };
    fromBefore.current = false;
    forget();
  }

  function choose(file: ReadFile): void {
    const isLong = file.text.length > longestKept;
    long.value = isLong ? file.text : '';
    change({ name: file.name, text: isLong ? '' : file.text, consents: [] });
  }

  return (
    <div class="stack">
      <p>{say('what')}</p>
      {!busy && (
        <>
          <Radios
            legend={say('kind')}
            value={kind}
            options={[
              { value: 'movement', label: t('board.movements') },
              { value: 'site', label: t('board.sites') },
            ]}
            onChange={(next: SheetKind) => {
              change({ kind: next, consents: [] });
            }}
          />
          <div>
            <Button
              kind="quiet"
              onClick={() => {
                save(URL.createObjectURL(templateOf(kind)), `${kind}s.csv`);
              }}
            >
              {say('template')}
            </Button>
            <p class="hint">{say('template.what')}</p>
          </div>
          <FileField disabled={busy} again={text !== ''} onRead={choose} />
        </>
      )}
      {fromBefore.current && now.kind === 'idle' && <p class="note">{say('left')}</p>}
      {table?.kind === 'unreadable' && (
        <Faults title={say('fault.unreadable')} faults={[{ line: table.line, say: table.why }]} grave />
      )}
      {table?.kind === 'rows' && (
        <p>
          {say('chosen', { name, n: table.rows.length })} · {say(`chosen.${kind}s`, { n: read.length })}
        </p>
      )}
      {table?.kind === 'rows' && (now.kind === 'idle' || now.kind === 'looked') && (
        <>
          <ConsentField
            kind={kind}
            channel={channel}
            named={[...new Set(read.flatMap(({ tell }) => tell))].sort()}
            consents={consents}
            disabled={busy}
            onChange={(next) => {
              change({ consents: next });
            }}
          />
          <TextField
            label={say('system')}
            hint={say('system.hint')}
            value={chosen.system}
            max={longestSystem}
            onInput={(next) => {
              change({ system: next });
            }}
          />
        </>
      )}
      {table?.kind === 'rows' && now.kind === 'idle' && (
        <div class="send">
          <Button kind="primary" onClick={() => void look(rows, consents)}>
            {say('look')}
          </Button>
        </div>
      )}
      {now.kind === 'looking' && (
        <Progress {...now} words={say('looking', { done: now.done, of: now.of })} kept={chosen.text !== ''} />
      )}
      {now.kind === 'looked' && (
        <Looked
          kind={kind}
          found={now.found}
          bad={badOf(rows, now.found.good.length)}
          spoilt={rows.some(({ spoils }) => spoils)}
          onSend={() => void send()}
        />
      )}
      {now.kind === 'sending' && (
        <Progress {...now} words={say('sending', { done: now.done, of: now.of })} kept={chosen.text !== ''} />
      )}
      {now.kind === 'sent' && <Outcome found={now.found} sent={now.sent} bad={badOf(rows, now.found.good.length)} />}
      <Failure answer={stopped.value} words={say('stopped')} />
      {now.kind === 'sent' && leftOf(now.found, now.sent).length > 0 && (
        <div class="send">
          <Button kind="primary" onClick={() => void send()}>
            {say('goOn')}
          </Button>
        </div>
      )}
      {now.kind === 'sent' && (
        <p class="row">
          <a class="button button-plain" href={hrefOf({ name: `${kind}s` })}>
            {t(`board.${kind}s`)}
          </a>
        </p>
      )}
    </div>
  );
}

/** How many notifications of the table are at fault: those that are neither good nor there. */
function badOf(rows: readonly SheetNotification[], good: number): number {
  return rows.length - good;
}
