import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import { t } from '../i18n/index.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { TextField } from './TextField.tsx';
import { useCommand } from './useCommand.ts';

interface WithdrawProps {
  readonly send: (reason: string, key: string) => Promise<Answer<unknown>>;
  readonly onDone: () => void;
  /** Whether it is taken back only with a reason. */
  readonly needsReason?: boolean;
}

/** Takes an item back from everybody who holds it, after a second gesture. */
export function Withdraw({ send, onDone, needsReason = false }: WithdrawProps) {
  const reason = useSignal('');
  const command = useCommand();

  async function confirm(): Promise<void> {
    const words = reason.value.trim();
    const answer = await command.send({ withdraw: words }, (key) => send(words, key));
    if (answer.kind === 'ok') onDone();
  }

  return (
    <div class="withdraw stack-tight">
      <p>{t('withdraw.what')}</p>
      <TextField
        label={t('withdraw.reason')}
        value={reason.value}
        required={needsReason}
        max={500}
        onInput={(value) => (reason.value = value)}
      />
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      <div class="row">
        <Button
          kind="danger"
          disabled={command.busy.value || (needsReason && reason.value.trim() === '')}
          onClick={() => void confirm()}
        >
          {t('withdraw.confirm')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('composer.cancel')}
        </Button>
      </div>
    </div>
  );
}
