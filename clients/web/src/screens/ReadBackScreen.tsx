import { t } from '../i18n/index.ts';
import { ReadBackForm } from '../movements/ReadBackForm.tsx';
import { MovementPage } from './MovementPage.tsx';

/** A notification as it is read out by radio and read back. */
export function ReadBackScreen({ id }: { readonly id: string }) {
  return (
    <MovementPage id={id} title={t('readBack.title')} kinds={['movement', 'site']}>
      {(item) => <ReadBackForm item={item} />}
    </MovementPage>
  );
}
