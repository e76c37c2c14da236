import { AudienceChip } from '../components/AudienceChip.tsx';
import { Button } from '../components/Button.tsx';
import { LanguageSwitch } from '../components/LanguageSwitch.tsx';
import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { filesOfTwo } from '../state/exportRequests.ts';
import { hrefOf } from '../state/route.ts';
import { signOut } from '../state/session.ts';
import { me } from '../state/store.ts';

export function MeScreen() {
  const who = me.value;
  if (who === undefined) return null;
  return (
    <Screen title={<bdi>{who.person.displayName}</bdi>}>
      <dl class="fields">
        <div class="field-row">
          <dt>{t('me.account')}</dt>
          <dd>
            <bdi dir="ltr">{who.person.account}</bdi>
          </dd>
        </div>
        {who.organisation !== null && (
          <div class="field-row">
            <dt>{t('me.organisation')}</dt>
            <dd>
              <bdi>{who.organisation.name}</bdi>
            </dd>
          </div>
        )}
        {who.audience !== null && (
          <div class="field-row">
            <dt>{t('me.audience')}</dt>
            <dd>
              <AudienceChip audience={who.audience} />
            </dd>
          </div>
        )}
      </dl>
      <p class="muted">{t('me.audienceSet')}</p>
      {who.audience !== null && <FilesLink />}
      <LanguageSwitch />
      <Button onClick={() => void signOut()}>{t('me.signOut')}</Button>
      <p class="muted">{t('app.unclassified')}</p>
    </Screen>
  );
}

function FilesLink() {
  const waiting = filesOfTwo.value.waiting.length;
  return (
    <p class="row">
      <a class="button button-plain" href={hrefOf({ name: 'files' })}>
        {t('files.title')}
      </a>
      {waiting > 0 && <span>{t('nav.files', { n: waiting })}</span>}
    </p>
  );
}
