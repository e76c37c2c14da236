import { t } from '../i18n/index.ts';
import { MovementPage } from './MovementPage.tsx';
import { OnDemandReadBack } from './OnDemandReadBack.tsx';

/** A notification as it is read out by radio and read back. */
export function ReadBackScreen({ id }: { readonly id: string }) {
  return (
    <MovementPage id={id} title={t('readBack.title')} kinds={['movement', 'site']}>
      {(item) => <OnDemandReadBack>{({ ReadBackForm }) => <ReadBackForm item={item} />}</OnDemandReadBack>}
    </MovementPage>
  );
}
