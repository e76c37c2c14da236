import type { Fields } from '../api/items.ts';
import { audienceName } from '../components/parties.ts';
import { listOf } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { waits, waitsFor } from './dispatch.ts';

/** That a receipt is missing, and whose, for who may know it. */
export function WaitingFor({ fields }: { readonly fields: Fields }) {
  if (!waits(fields)) return null;
  const audiences = waitsFor(fields).map((audience) => audienceName(audience));
  return (
    <span class="late">
      {audiences.length === 0 ? t('movement.unacknowledged') : t('board.waitsFor', { audiences: listOf(audiences) })}
    </span>
  );
}
