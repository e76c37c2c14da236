import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { bytes } from '../api/http.ts';
import { t } from '../i18n/index.ts';
import { bytesOf } from '../i18n/sizes.ts';
import { Button } from './Button.tsx';

/** A file as a view shows it; without `blob` there is nothing to fetch, as in a preview. */
interface ShownFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly blob?: string | null;
  readonly stays?: string | null;
}

/** The files of an item: what each is and how large, before anything is fetched. */
export function Attachments({ value }: { readonly value: unknown }) {
  const files = Array.isArray(value) ? (value as readonly ShownFile[]) : [];
  if (files.length === 0) return null;
  return (
    <ul class="attach-list" aria-label={t('field.attachments')}>
      {files.map((file) => (
        <File key={file.blob ?? file.name} file={file} />
      ))}
    </ul>
  );
}

function File({ file }: { readonly file: ShownFile }) {
  const picture = useSignal<string | undefined>(undefined);
  const gone = useSignal(false);
  const busy = useSignal(false);
  useEffect(
    () => () => {
      if (picture.peek() !== undefined) URL.revokeObjectURL(picture.peek() ?? '');
    },
    [],
  );

  async function fetchIt(use: (address: string) => void): Promise<void> {
    busy.value = true;
    const content = await bytes(`/api/release/blobs/${file.blob ?? ''}`);
    busy.value = false;
    gone.value = content === undefined;
    if (content !== undefined) use(URL.createObjectURL(content));
  }

  function save(address: string): void {
    const link = document.createElement('a');
    link.href = address;
    link.download = file.name;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 60_000);
  }

  return (
    <li>
      <bdi class="attach-name">{file.name}</bdi> <span class="muted">{bytesOf(file.size)}</span>
      {file.stays !== undefined && file.stays !== null && <p class="muted">{t('attach.stays')}</p>}
      {file.blob !== undefined && file.blob !== null && (
        <span class="row">
          {file.mediaType.startsWith('image/') && picture.value === undefined && (
            <Button
              kind="quiet"
              disabled={busy.value}
              onClick={() => void fetchIt((address) => (picture.value = address))}
            >
              {t('attach.show', { name: file.name })}
            </Button>
          )}
          <Button kind="quiet" disabled={busy.value} onClick={() => void fetchIt(save)}>
            {t('attach.download', { name: file.name })}
          </Button>
        </span>
      )}
      {gone.value && (
        <p class="warning" role="alert">
          {t('error.notFound')}
        </p>
      )}
      {picture.value !== undefined && <img class="attach-picture" src={picture.value} alt={file.name} />}
    </li>
  );
}
