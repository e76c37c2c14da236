import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';
import { QuarantineCard } from './QuarantineCard.tsx';

/** What is quarantined in a coordinator's channels and not settled yet. Not there while there is none. */
export function QuarantineList() {
  const quarantined = store.quarantined.value;
  if (quarantined.length === 0) return null;
  return (
    <section class="stack-tight" aria-label={t('quarantine.title')}>
      <h2>{t('quarantine.title')}</h2>
      <p class="warning">{t('quarantine.what')}</p>
      <ul class="reviews">
        {quarantined.map((each) => (
          <li key={each.item}>
            <QuarantineCard quarantined={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}
