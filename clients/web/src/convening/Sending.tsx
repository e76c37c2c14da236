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
  readonly onSend: () => void;
}

/** One thing to do, folded up until somebody wants to: what it asks, what comes of it, and what came of it. */
export function Sending({ title, note, children, command, send, ready, danger = false, onSend }: SendingProps) {
  return (
    <details>
      <summary>{title}</summary>
      <form
        class="stack-tight"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !command.busy.value) onSend();
        }}
      >
        {children}
        {note !== undefined && <p class="muted">{note}</p>}
        <Failure answer={command.answer.value} words={t('error.wordsKept')} />
        {command.answer.value?.kind === 'ok' && <p role="status">{say('done')}</p>}
        <div class="row">
          <Button type="submit" kind={danger ? 'danger' : 'primary'} disabled={command.busy.value || !ready}>
            {send}
          </Button>
        </div>
      </form>
    </details>
  );
}
