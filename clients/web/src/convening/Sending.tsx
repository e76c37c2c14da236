import type { ComponentChildren } from 'preact';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import type { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { say } from './words.ts';

interface SendingProps {
  readonly title: string;
  /** What comes of it. */
  readonly note?: string;
  readonly children: ComponentChildren;
  readonly command: ReturnType<typeof useCommand>;
  readonly send: string;
  readonly ready: boolean;
  readonly danger?: boolean;
  /** What came of it, where it is not told by itself to whom it was done. */
  readonly done?: string | undefined;
  readonly onSend: () => void;
}

/** One thing to do, folded up until somebody wants to: what it asks, what comes of it, and what came of it. */
export function Sending({ title, note, children, command, send, ready, danger = false, done, onSend }: SendingProps) {
  // What came of one command does not stand under what is chosen for the next.
  const forget = () => {
    const { kind } = command.answer.value ?? {};
    if (kind === 'ok' || kind === 'refused') command.answer.value = undefined;
  };
  return (
    <details>
      <summary>{title}</summary>
      <form
        class="stack-tight"
        onInput={forget}
        onChange={forget}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !command.busy.value) onSend();
        }}
      >
        <fieldset class="stack-tight" disabled={command.busy.value}>
          {children}
        </fieldset>
        {note !== undefined && <p class="muted">{note}</p>}
        <Failure answer={command.answer.value} words={t('error.wordsKept')} />
        {command.answer.value?.kind === 'ok' && <p role="status">{done ?? say('done')}</p>}
        <div class="row">
          <Button type="submit" kind={danger ? 'danger' : 'primary'} disabled={command.busy.value || !ready}>
            {send}
          </Button>
        </div>
      </form>
    </details>
  );
}
