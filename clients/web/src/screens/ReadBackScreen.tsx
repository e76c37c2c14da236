import { t } from '../i18n/index.ts';
import { MovementPage } from './MovementPage.tsx';
import { OnDemand } from './OnDemand.tsx';

/** A notification as it is read out by radio and read back. */
export function ReadBackScreen({ id }: { readonly id: string }) {
  return (
    <MovementPage id={id} title={t('readBack.title')} kinds={['movement', 'site']}>
      {(item) => <OnDemand>{({ ReadBackForm }) => <ReadBackForm item={item} />}</OnDemand>}
    </MovementPage>
  );
}
