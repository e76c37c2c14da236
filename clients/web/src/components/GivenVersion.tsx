import type { ExposedVersion } from '../api/release.ts';
import { t } from '../i18n/index.ts';
import { Moment } from './Moment.tsx';

/** When the first of an audience was given a version, and when one of them asked for it. */
export function GivenVersion({ version }: { readonly version: ExposedVersion }) {
  return (
    <span class={version.delivered ? undefined : 'late'}>
      {version.delivered ? t('exposure.delivered') : t('exposure.undelivered')}{' '}
      {version.delivered ? <Moment at={version.delivered} /> : null}
      {version.opened ? (
        <>
          {' '}
          · {t('exposure.opened')} <Moment at={version.opened} />
        </>
      ) : null}
    </span>
  );
}
