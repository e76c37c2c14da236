import { useSignal } from '@preact/signals';
import { problemIn } from '../api/answer.ts';
import * as identity from '../api/identity.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { LanguageSwitch } from '../components/LanguageSwitch.tsx';
import { ProviderButtons } from '../components/ProviderButtons.tsx';
import { Radios } from '../components/Radios.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { signIn } from '../state/session.ts';

/** Makes an account from an invitation, or the first administrator's from the code of a new server, and signs in. */
export function JoinScreen({ onBack }: { readonly onBack: () => void }) {
  const door = useSignal<identity.Door>('invitation');
  const [code, account, password, displayName] = [useSignal(''), useSignal(''), useSignal(''), useSignal('')];
  const command = useCommand();
  const problem = problemIn(command.answer.value);
  const error = (field: string) => {
    const remedy = problem?.errors[field]?.join(' ');
    return remedy === undefined ? {} : { error: remedy };
  };

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const body = {
      code: code.value.trim(),
      account: account.value.trim(),
      password: password.value,
      displayName: displayName.value.trim(),
    };
    const answer = await command.send({ door: door.value, ...body }, (key) => identity.enter(door.value, body, key));
    if (answer.kind === 'ok') await signIn(body.account, body.password);
  }

  return (
    <main class="alone">
      <LanguageSwitch />
      <h1>{t('join.title')}</h1>
      <form class="stack" onSubmit={(event) => void submit(event)} aria-label={t('join.title')}>
        <Radios
          legend={t('join.door')}
          value={door.value}
          options={[
            { value: 'invitation', label: t('join.invitation') },
            { value: 'setup', label: t('join.setup') },
          ]}
          onChange={(next) => (door.value = next)}
        />
        <TextField
          label={t('join.code')}
          value={code.value}
          required
          dir="ltr"
          {...error('code')}
          onInput={(v) => (code.value = v)}
        />
        <TextField
          label={t('join.name')}
          value={displayName.value}
          required
          {...error('displayName')}
          onInput={(v) => (displayName.value = v)}
        />
        <TextField
          label={t('signIn.account')}
          value={account.value}
          required
          dir="ltr"
          autocomplete="username"
          {...error('account')}
          onInput={(v) => (account.value = v)}
        />
        <TextField
          label={t('signIn.password')}
          value={password.value}
          type="password"
          required
          dir="ltr"
          autocomplete="new-password"
          {...error('password')}
          onInput={(v) => (password.value = v)}
        />
        <Failure answer={command.answer.value} words={t('error.wordsKept')} />
        <Button kind="primary" type="submit" disabled={command.busy.value}>
          {t('join.submit')}
        </Button>
        {door.value === 'invitation' && (
          <ProviderButtons
            label={(provider) => t('join.provider', { provider })}
            begin={(provider) =>
              identity.enterAt(provider, {
                code: code.value.trim(),
                account: account.value.trim(),
                displayName: displayName.value.trim(),
              })
            }
          />
        )}
        <Button kind="quiet" onClick={onBack}>
          {t('join.back')}
        </Button>
      </form>
    </main>
  );
}
