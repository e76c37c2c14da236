import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { newKey } from '../api/keys.ts';
import { removeUpload, type UploadStatus } from '../api/uploads.ts';
import type { Failed } from '../components/failureSentence.ts';
import { isPicture, mediaTypeOf } from './fileTypes.ts';
import { prepare } from './prepare.ts';
import { upload } from './upload.ts';

/** A file that a person is attaching. */
export interface Attaching {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly picture: boolean;
  readonly status?: UploadStatus;
  readonly failure?: Failed | 'type';
}

/** Files under way to one channel: they are sent at once, and only complete ones can be attached. */
export function useAttachments(channel: string) {
  const files = useSignal<readonly Attaching[]>([]);
  const stopped = useRef(new Set<string>());
  const taken = useRef(false);

  useEffect(
    () => () => {
      if (!taken.current) files.peek().forEach(drop);
    },
    [],
  );

  function change(key: string, next: Partial<Attaching>): void {
    files.value = files.value.map((file) => (file.key === key ? { ...file, ...next } : file));
  }

  async function add(file: File, original: boolean): Promise<void> {
    const key = newKey();
    const mediaType = mediaTypeOf(file.name);
    const entry: Attaching = {
      key,
      name: file.name,
      size: file.size,
      picture: mediaType !== undefined && isPicture(mediaType),
    };
    files.value = [...files.value, mediaType === undefined ? { ...entry, failure: 'type' } : entry];
    if (mediaType === undefined) return;
    const ready = await prepare(file, mediaType, original);
    if (stopped.current.has(key)) return; // left, or signed out, while it was being made ready
    change(key, { name: ready.name, size: ready.blob.size });
    const answer = await upload(ready.blob, {
      channel,
      name: ready.name,
      mediaType: ready.mediaType,
      key,
      onProgress: (status) => {
        change(key, { status });
      },
      stopped: () => stopped.current.has(key),
    });
    if (stopped.current.has(key) && answer.kind === 'ok') void removeUpload(answer.value.upload);
    change(key, answer.kind === 'ok' ? { status: answer.value } : { failure: answer });
  }

  function drop(file: Attaching): void {
    stopped.current.add(file.key);
    if (file.status?.complete === true) void removeUpload(file.status.upload);
  }

  function remove(file: Attaching): void {
    drop(file);
    files.value = files.value.filter((other) => other.key !== file.key);
  }

  /** After they were posted: they belong to the item now. */
  function done(): void {
    taken.current = true;
    files.value = [];
    taken.current = false;
  }

  const complete = files.value.filter((file) => file.status?.complete === true);
  return {
    files,
    add,
    remove,
    done,
    /** Ids to attach. */
    ids: complete.map((file) => file.status?.upload ?? ''),
    /** Whether every file is complete. */
    ready: complete.length === files.value.length,
  };
}
