import type { ComponentChildren } from 'preact';
import type { Answer } from '../api/answer.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';

interface GestureProps<T> {
  /** What it does, and to whom it is told. */
  readonly what: string;
  readonly confirm: string;
  readonly body: object;
  readonly send: (key: string) => Promise<Answer<T>>;
  /** With what the server said once it is done; without it when it was left. */
  readonly onDone: (receipt?: T) => void;
  /** False while something must still be answered. */
  readonly ready?: boolean;
  readonly children?: ComponentChildren;
}

/** A change of an item after a second gesture, with what it needs to know. */
export function Gesture<T>({ what, confirm, body, send, onDone, ready = true, children }: GestureProps<T>) {
  const command = useCommand();

  async function act(): Promise<void> {
    const answer = await command.send(body, send);
    if (answer.kind === 'ok') onDone(answer.value);
  }

  return (
    <div class="withdraw stack-tight">
      <p>{what}</p>
      {children}
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      <div class="row">
        <Button kind="primary" disabled={command.busy.value || !ready} onClick={() => void act()}>
          {confirm}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            onDone();
          }}
        >
          {t('composer.cancel')}
        </Button>
      </div>
    </div>
  );
}
