import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import { file } from '../api/http.ts';
import { Button } from '../components/Button.tsx';
import { save } from '../components/save.ts';
import { t } from '../i18n/index.ts';

interface SaveRecordProps {
  readonly item: string;
  /** The incident for which it was kept; absent for the record of now. */
  readonly incident?: string;
  readonly label: string;
}

/** Saves the record of a notification, and says the hash that stands for all of it. */
export function SaveRecord({ item, incident, label }: SaveRecordProps) {
  const busy = useSignal(false);
  const head = useSignal<string | undefined>(undefined);
  const failure = useSignal<'refused' | 'unreachable' | undefined>(undefined);

  async function take(): Promise<void> {
    busy.value = true;
    const query = incident === undefined ? '' : `?incident=${incident}`;
    const answer = await file(`/api/release/items/${item}/record${query}`);
    busy.value = false;
    failure.value = failureOf(answer);
    if (answer.kind !== 'ok') return;
    save(URL.createObjectURL(answer.value), 'contactgroup-record.json');
    head.value = headIn(await answer.value.text());
  }

  return (
    <>
      <p>
        <Button kind="quiet" disabled={busy.value} onClick={() => void take()}>
          {label}
        </Button>
      </p>
      <p class="hint">{t('record.handle')}</p>
      {head.value !== undefined && (
        <p role="status">
          {t('record.head')}{' '}
          <bdi dir="ltr" class="code">
            {head.value}
          </bdi>
        </p>
      )}
      {failure.value !== undefined && (
        <p class="warning" role="alert">
          {t(`record.${failure.value}`)}
        </p>
      )}
    </>
  );
}

/** Whether trying again may help. */
function failureOf(answer: Answer<unknown>): 'refused' | 'unreachable' | undefined {
  switch (answer.kind) {
    case 'ok':
      return undefined;
    case 'refused':
      return 'refused';
    case 'busy':
    case 'unreachable':
      return 'unreachable';
  }
}

/** The hash that a record ends with. */
function headIn(text: string): string | undefined {
  return /"head":"([0-9a-f]{64})"\}\s*$/.exec(text)?.[1];
}
