import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';

/** Absent and not visible look the same, here as at the server. */
export function NotHere() {
  return (
    <Screen title={t('notHere.title')}>
      <p>{t('error.notFound')}</p>
      <p>
        <a class="button button-plain" href={hrefOf({ name: 'groups' })}>
          {t('notHere.back')}
        </a>
      </p>
    </Screen>
  );
}
