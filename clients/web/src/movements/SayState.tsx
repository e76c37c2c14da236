import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import type { MovementState } from './states.ts';

interface SayStateProps {
  readonly item: Item;
  readonly state: MovementState;
  /** With the receipt once it was said; without one when it was left. */
  readonly onDone: (receipt?: MovementReceipt) => void;
}

/** Says how a movement goes on, after a second gesture: those who were told are told this too. */
export function SayState({ item, state, onDone }: SayStateProps) {
  const reason = useSignal('');
  const command = useCommand();

  async function confirm(): Promise<void> {
    const why = reason.value.trim();
    const answer = await command.send({ state, why }, (key) => movements.sayState(item.item, state, why, key));
    if (answer.kind === 'ok') onDone(answer.value);
  }

  return (
    <div class="withdraw stack-tight">
      <p>{t('movement.say.what')}</p>
      <TextField
        label={t('movement.say.reason')}
        value={reason.value}
        max={1000}
        onInput={(value) => (reason.value = value)}
      />
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      <div class="row">
        <Button kind="primary" disabled={command.busy.value} onClick={() => void confirm()}>
          {t('movement.say.confirm', { state: t(`movement.say.${state}`) })}
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
