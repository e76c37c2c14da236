import type { Fields } from '../api/items.ts';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { t } from '../i18n/index.ts';
import { overdueSince } from './checkIns.ts';

/** In a list: that nobody has checked in, and since when. */
export function OverdueMark({ fields }: { readonly fields: Fields }) {
  const since = overdueSince(fields);
  if (since === undefined) return null;
  return (
    <p class="alarm row">
      <strong class="alarm-title">{t('overdue.mark')}</strong> <TwoClocks at={since} />
    </p>
  );
}
