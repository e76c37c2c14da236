import { useSignal } from '@preact/signals';
import { bytes } from '../api/http.ts';
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
  const refused = useSignal(false);

  async function take(): Promise<void> {
    busy.value = true;
    const query = incident === undefined ? '' : `?incident=${incident}`;
    const content = await bytes(`/api/release/items/${item}/record${query}`);
    busy.value = false;
    refused.value = content === undefined;
    if (content === undefined) return;
    save(URL.createObjectURL(content), 'contactgroup-record.json');
    head.value = headIn(await content.text());
  }

  return (
    <>
      <p>
        <Button kind="quiet" disabled={busy.value} onClick={() => void take()}>
          {label}
        </Button>
      </p>
      {head.value !== undefined && (
        <p role="status">
          {t('record.head')}{' '}
          <bdi dir="ltr" class="code">
            {head.value}
          </bdi>
        </p>
      )}
      {refused.value && (
        <p class="warning" role="alert">
          {t('record.refused')}
        </p>
      )}
    </>
  );
}

/** The hash that a record ends with. */
function headIn(text: string): string | undefined {
  return /"head":"([0-9a-f]{64})"\}\s*$/.exec(text)?.[1];
}
