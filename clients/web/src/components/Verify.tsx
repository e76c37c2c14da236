import { useSignal } from '@preact/signals';
import * as incidents from '../api/incidents.ts';
import type { Item } from '../api/items.ts';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { SelectField } from './SelectField.tsx';
import { textOf } from './fieldReaders.ts';
import { useCommand } from './useCommand.ts';

/** Says how sure one is of another organisation's report. Reliability and credibility are for coordinators. */
export function Verify({ item, onDone }: { readonly item: Item; readonly onDone: () => void }) {
  const verification = useSignal(textOf(item.fields['verification']) ?? '');
  const reliability = useSignal('');
  const credibility = useSignal('');
  const command = useCommand();
  const options = (list: string) => codesOf(list).map((code) => ({ value: code.code, label: labelOf(code) }));

  async function send(): Promise<void> {
    const body = {
      verification: verification.value,
      ...(reliability.value === '' ? {} : { reliability: reliability.value }),
      ...(credibility.value === '' ? {} : { credibility: credibility.value }),
    };
    const answer = await command.send(body, (key) => incidents.incidentCommand(item.item, 'verify', body, key));
    if (answer.kind === 'ok') onDone();
  }

  return (
    <div class="verify stack-tight">
      <SelectField
        label={t('field.verification')}
        value={verification.value}
        options={options('verification')}
        onChange={(v) => (verification.value = v)}
      />
      {me.value?.isCoordinator === true && (
        <>
          <SelectField
            label={t('field.sourceReliability')}
            value={reliability.value}
            none={t('form.notSaid')}
            options={options('source-reliability')}
            onChange={(v) => (reliability.value = v)}
          />
          <SelectField
            label={t('field.credibility')}
            value={credibility.value}
            none={t('form.notSaid')}
            options={options('credibility')}
            onChange={(v) => (credibility.value = v)}
          />
        </>
      )}
      <Failure answer={command.answer.value} words={t('error.wordsKept')} />
      <div class="row">
        <Button kind="primary" disabled={command.busy.value} onClick={() => void send()}>
          {t('incident.verify.send')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('composer.cancel')}
        </Button>
      </div>
    </div>
  );
}
