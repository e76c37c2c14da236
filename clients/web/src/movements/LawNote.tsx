import { t } from '../i18n/index.ts';

/** What a notification is and is not. INVARIANT: stands on everything that shows or takes a movement. */
export function LawNote() {
  return <p class="law">{t('movement.law')}</p>;
}
