import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as release from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { audienceName, targetOf } from '../components/parties.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { useCommand } from '../components/useCommand.ts';

interface AskWideningProps {
  readonly item: Item;
  /** Audiences that do not hold it. */
  readonly audiences: readonly string[];
  readonly onAsked: () => void;
}

/** A coordinator asks the owner whether an item may go further. Nothing goes before a person of its organisation consents. */
export function AskWidening({ item, audiences, onAsked }: AskWideningProps) {
  const command = useCommand();
  const target = useSignal('');
  const reason = useSignal('');
  const targets = [...new Set(audiences.map(targetOf))];
  const ready = target.value !== '' && reason.value.trim() !== '';

  async function ask(): Promise<void> {
    const [to, why] = [target.value, reason.value.trim()];
    const answer = await command.send({ to, why }, (key) => release.askToWiden(item.item, to, why, key));
    if (answer.kind !== 'ok') return;
    reason.value = '';
    onAsked();
  }

  if (targets.length === 0) return null;
  return (
    <details>
      <summary>{t('widening.ask')}</summary>
      <div class="stack-tight">
        <SelectField
          label={t('widening.to')}
          value={target.value}
          none={t('widening.choose')}
          options={targets.map((each) => ({ value: each, label: audienceName(each) }))}
          onChange={(value) => (target.value = value)}
        />
        <TextArea
          label={t('reviews.reason')}
          hint={t('widening.reasonHint')}
          value={reason.value}
          required
          max={1000}
          onInput={(value) => (reason.value = value)}
        />
        <Failure answer={command.answer.value} words={t('error.wordsKept')} />
        {command.answer.value?.kind === 'ok' && <p role="status">{t('widening.sent')}</p>}
        <div class="row">
          <Button disabled={command.busy.value || !ready} onClick={() => void ask()}>
            {t('widening.send')}
          </Button>
        </div>
      </div>
    </details>
  );
}
