import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import type * as parts from './forms.ts';

type Forms = typeof parts;

const forms = signal<Forms | undefined>(undefined);
const failed = signal(false);
let loading: Promise<void> | undefined;

/** Loads the forms, when they are not there yet. A link that broke is tried again by who asks again. */
export function loadForms(): Promise<void> {
  loading ??= import('./forms.ts').then(
    (found) => {
      forms.value = found;
      failed.value = false;
    },
    () => {
      loading = undefined;
      failed.value = true;
    },
  );
  return loading;
}

/** Shows what needs the forms, as soon as they are there. */
export function OnDemand({ children }: { readonly children: (forms: Forms) => ComponentChildren }) {
  useEffect(() => void loadForms(), []);
  if (forms.value !== undefined) return <>{children(forms.value)}</>;
  if (!failed.value) return <p class="muted">{t('channel.loading')}</p>;
  return (
    <div class="failure" role="alert">
      <p>{t('error.unreachable')}</p>
      <Button
        onClick={() => {
          failed.value = false;
          void loadForms();
        }}
      >
        {t('error.tryAgain')}
      </Button>
    </div>
  );
}
