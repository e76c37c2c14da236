import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { sentenceFor } from '../components/failureSentence.ts';
import { t } from '../i18n/index.ts';
import { bytesOf } from '../i18n/sizes.ts';
import { accepted } from './fileTypes.ts';
import type { Attaching, useAttachments } from './useAttachments.ts';

/** Chooses files and shows how far each is; a picture is made small and new unless the original is asked for. */
export function AttachField({ attachments }: { readonly attachments: ReturnType<typeof useAttachments> }) {
  const id = useId();
  const original = useSignal(false);
  return (
    <div class="attach stack-tight">
      <input
        id={id}
        class="attach-input"
        type="file"
        multiple
        accept={accepted}
        onChange={(event) => {
          const input = event.currentTarget;
          for (const file of input.files ?? []) void attachments.add(file, original.value);
          input.value = '';
        }}
      />
      <label for={id} class="button button-plain attach-button">
        {t('attach.choose')}
      </label>
      <Checkbox checked={original.value} onChange={(on) => (original.value = on)}>
        {t('attach.original')}
      </Checkbox>
      <ul class="attach-list">
        {attachments.files.value.map((file) => (
          <li key={file.key}>
            <bdi class="attach-name">{file.name}</bdi> <span class="muted">{bytesOf(file.size)}</span>
            <State file={file} />
            <Button
              kind="quiet"
              onClick={() => {
                attachments.remove(file);
              }}
            >
              {file.status?.complete === true || file.failure !== undefined
                ? t('attach.remove', { name: file.name })
                : t('attach.cancel', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function State({ file }: { readonly file: Attaching }) {
  if (file.failure !== undefined) {
    return (
      <p class="warning" role="alert">
        {file.failure === 'type' ? t('attach.wrongType') : sentenceFor(file.failure)}
      </p>
    );
  }
  if (file.status?.complete !== true) {
    return (
      <progress
        aria-label={t('attach.progress', { name: file.name })}
        max={file.size}
        value={file.status?.offset ?? 0}
      />
    );
  }
  return file.status.crosses === false ? (
    <p class="warning">{t('attach.stays')}</p>
  ) : (
    <p class="muted">{t('attach.cleaned')}</p>
  );
}
