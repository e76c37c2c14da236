import { t } from '../i18n/index.ts';

/** What is still to be said or mended before sending. */
export function MissingList({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div class="warning">
      <p>{t('movement.missing.title')}</p>
      <ul class="bullets">
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
