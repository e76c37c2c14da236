import type { Warning } from '../api/movements.ts';
import { t } from '../i18n/index.ts';
import { stopOf, warningWords } from './warningWords.ts';

/** What a receipt asks to look at: aloud who is not told, then positions. */
export function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const positions = warnings.filter((warning) => stopOf(warning) !== undefined);
  const others = warnings.filter((warning) => stopOf(warning) === undefined);
  return (
    <>
      {others.length > 0 && (
        <div class="warning" role="alert">
          <p>{t('movement.warnings.others')}</p>
          <ul class="bullets">
            {others.map((warning) => (
              <li key={`${warning.field} ${warning.text}`}>
                <bdi>{warningWords(warning)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {positions.length > 0 && (
        <div class="warning">
          <p>{t('movement.warnings')}</p>
          <ul class="bullets">
            {positions.map((warning) => (
              <li key={warning.field}>
                {t('movement.stop', { n: stopOf(warning) ?? 0 })}: <bdi>{warningWords(warning)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
