import type { Group } from '../api/channels.ts';
import * as channels from '../api/channels.ts';
import { t } from '../i18n/index.ts';
import { loadGroups } from '../state/session.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { useCommand } from './useCommand.ts';
import { UserText } from './UserText.tsx';

/** The terms of reference of a contact group: purpose, assumptions, posture; and their acceptance, which posting needs. */
export function Terms({ group }: { readonly group: Group }) {
  const command = useCommand();

  async function accept(): Promise<void> {
    const version = group.termsVersion;
    const answer = await command.send({ version }, (key) => channels.acceptTerms(group.id, version, key));
    if (answer.kind === 'ok') await loadGroups();
  }

  return (
    <section class="terms stack" aria-label={t('terms.title')}>
      <h2>{t('terms.title')}</h2>
      <p class="muted">
        {t('terms.convenor', { name: group.convenor.name })} {t('terms.version', { version: group.termsVersion })}
      </p>
      <div>
        <h3>{t('terms.purpose')}</h3>
        <UserText text={group.purpose} />
      </div>
      <div>
        <h3>{t('terms.assumptions')}</h3>
        <UserText text={group.assumptions} />
      </div>
      <div>
        <h3>{t('terms.posture')}</h3>
        <p>{t(`posture.${group.posture}`)}</p>
      </div>
      <Failure answer={command.answer.value} />
      {group.termsAccepted ? (
        <p class="good">{t('terms.accepted')}</p>
      ) : (
        <div class="stack-tight">
          <p>{t('terms.why')}</p>
          <Button kind="primary" disabled={command.busy.value} onClick={() => void accept()}>
            {t('terms.accept')}
          </Button>
        </div>
      )}
    </section>
  );
}
