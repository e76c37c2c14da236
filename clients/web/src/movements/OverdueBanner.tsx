import type { Item } from '../api/items.ts';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { t } from '../i18n/index.ts';
import { CallContact } from './CallContact.tsx';
import { checkInsOf, overdueSince } from './checkIns.ts';
import { checkInName } from './movementTitle.ts';

const people = ['callContact', 'alternateContact', 'focalPoint'] as const;

/** Says first of all that those who move should have been heard of: since when, where they were last, and whom to call. Own side only, as its fields are. */
export function OverdueBanner({ item }: { readonly item: Item }) {
  const { fields } = item;
  const since = overdueSince(fields);
  if (since === undefined) return null;
  const last = checkInsOf(fields['checkIns']).at(-1);
  return (
    <div class="alarm stack-tight" role="alert">
      <p class="alarm-title">{t('overdue.mark')}</p>
      <p>
        {t('overdue.since')} <TwoClocks at={since} />
      </p>
      {last === undefined ? (
        <p>{t('overdue.never')}</p>
      ) : (
        <p>
          {t('overdue.last')} {checkInName(fields['route'], last.stop)} <TwoClocks at={last.at} />
        </p>
      )}
      {people
        .filter((name) => fields[name] !== undefined)
        .map((name) => (
          <p key={name}>
            {t(name === 'callContact' ? 'overdue.call' : `field.${name}`)} <CallContact value={fields[name]} />
          </p>
        ))}
    </div>
  );
}
