import { t } from '../i18n/index.ts';
import { isFault, type Ground, type GroundFault } from './ground.ts';

/** Whose lines these are and what they do not say; or why there are none. Beside every map. */
export function GroundNote({ ground }: { readonly ground: Ground | GroundFault | undefined }) {
  return (
    <div class="map-note">
      {ground === undefined ? (
        <p>{t('map.ground.coming')}</p>
      ) : isFault(ground) ? (
        <p class="late">
          {t(`map.ground.${ground.fault}`)} {'feature' in ground && t('map.ground.feature', { n: ground.feature })}{' '}
          {t('map.ground.without')}
        </p>
      ) : (
        <p>
          <bdi>{ground.attribution}</bdi>
        </p>
      )}
      <p>{t('map.disclaimer')}</p>
    </div>
  );
}
