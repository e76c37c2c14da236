import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';
import { Button } from './Button.tsx';

interface ShowProps<Part> {
  readonly children: (part: Part) => ComponentChildren;
  readonly quiet?: boolean;
}

/** A part of the client that is loaded when it is first needed. A link that broke is tried again by who asks again. */
export function onDemand<Part>(fetchPart: () => Promise<Part>) {
  const part = signal<Part | undefined>(undefined);
  const failed = signal(false);
  let loading: Promise<void> | undefined;

  function load(): Promise<void> {
    loading ??= fetchPart().then(
      (found) => {
        part.value = found;
        failed.value = false;
      },
      () => {
        loading = undefined;
        failed.value = true;
      },
    );
    return loading;
  }

  /** Shows what needs the part, as soon as it is there; `quiet` where there is no room to say that it is not. */
  function Show({ children, quiet = false }: ShowProps<Part>) {
    useEffect(() => void load(), [store.link.value]); // what broke off with the link comes with it
    if (part.value !== undefined) return <>{children(part.value)}</>;
    if (quiet) return null;
    if (!failed.value) return <p class="muted">{t('channel.loading')}</p>;
    return (
      <div class="failure" role="alert">
        <p>{t('error.unreachable')}</p>
        <Button
          onClick={() => {
            failed.value = false;
            void load();
          }}
        >
          {t('error.tryAgain')}
        </Button>
      </div>
    );
  }

  return { load, Show };
}
