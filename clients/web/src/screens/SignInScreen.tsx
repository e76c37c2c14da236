import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import * as identity from '../api/identity.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { LanguageSwitch } from '../components/LanguageSwitch.tsx';
import { ProviderButtons } from '../components/ProviderButtons.tsx';
import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import { cameBackRefused } from '../state/route.ts';
import { signIn } from '../state/session.ts';

interface SignInScreenProps {
  /** Whether a session has just ended by itself. */
  readonly ended: boolean;
  readonly onJoin: () => void;
}

export function SignInScreen({ ended, onJoin }: SignInScreenProps) {
  const account = useSignal('');
  const password = useSignal('');
  const busy = useSignal(false);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    busy.value = true;
    answer.value = await signIn(account.value, password.value);
    busy.value = false;
  }

  return (
    <main class="alone">
      <LanguageSwitch />
      <h1>{t('app.name')}</h1>
      <p class="lead">{t('signIn.purpose')}</p>
      {ended && <p role="status">{t('signIn.ended')}</p>}
      {cameBackRefused() && <p role="alert">{t('signIn.refused')}</p>}
      <form class="stack" onSubmit={(event) => void submit(event)} aria-label={t('signIn.title')}>
        <TextField
          label={t('signIn.account')}
          value={account.value}
          autocomplete="username"
          required
          dir="ltr"
          onInput={(v) => (account.value = v)}
        />
        <TextField
          label={t('signIn.password')}
          value={password.value}
          type="password"
          autocomplete="current-password"
          required
          dir="ltr"
          onInput={(v) => (password.value = v)}
        />
        <Failure answer={answer.value} />
        <Button kind="primary" type="submit" disabled={busy.value}>
          {t('signIn.submit')}
        </Button>
      </form>
      <ProviderButtons
        label={(provider) => t('signIn.provider', { provider })}
        begin={(provider) => identity.signInAt(provider)}
      />
      <Button kind="quiet" onClick={onJoin}>
        {t('join.link')}
      </Button>
      <p class="muted">{t('app.unclassified')}</p>
    </main>
  );
}
