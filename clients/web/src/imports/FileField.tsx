import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { SheetWord } from './words.ts';
import { say } from './words.ts';

export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

const largest = 10_000_000;

interface FileFieldProps {
  readonly disabled: boolean;
  /** Whether a table is here already. */
  readonly again: boolean;
  readonly onRead: (file: ReadFile) => void;
}

/** Chooses a table of this device and reads it; it is sent nowhere. */
export function FileField({ disabled, again, onRead }: FileFieldProps) {
  const id = useId();
  const wrong = useSignal<SheetWord | undefined>(undefined);

  async function read(file: File): Promise<void> {
    wrong.value = undefined;
    if (file.size > largest) {
      wrong.value = 'fault.large';
      return;
    }
    try {
      onRead({ name: file.name, text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) });
    } catch {
      wrong.value = 'fault.utf8';
    }
  }

  return (
    <div class="attach">
      <input
        id={id}
        class="attach-input"
        type="file"
        accept=".csv,text/csv"
        disabled={disabled}
        onChange={(event) => {
          const input = event.currentTarget;
          const file = input.files?.[0];
          if (file !== undefined) void read(file);
          input.value = ''; // the same file, mended, can be chosen again
        }}
      />
      <label for={id} class="button button-plain attach-button">
        {again ? say('other') : say('file')}
      </label>
      {wrong.value !== undefined && (
        <p class="warning" role="alert">
          {say(wrong.value)}
        </p>
      )}
    </div>
  );
}
