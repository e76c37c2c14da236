import { AudienceChip } from '../components/AudienceChip.tsx';
import { t } from '../i18n/index.ts';
import { audiencesOf } from './reading.ts';

/** Who was named to be told, for the own side. */
export function NamedForces({ value }: { readonly value: unknown }) {
  const audiences = audiencesOf(value);
  if (audiences.length === 0) return <>{t('movement.nobodyNamed')}</>;
  return (
    <ul class="audiences">
      {audiences.map((audience) => (
        <li key={audience}>
          <AudienceChip audience={audience} />
        </li>
      ))}
    </ul>
  );
}
