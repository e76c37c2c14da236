import { FieldList } from '../components/FieldList.tsx';
import { t } from '../i18n/index.ts';
import { MovementPage } from './MovementPage.tsx';

/** A notification on paper, with all that its reader holds of it. */
export function PrintScreen({ id }: { readonly id: string }) {
  return (
    <MovementPage id={id} title={t('item.movement')}>
      {(item) => (
        <>
          <p>
            {t('readBack.reference')}{' '}
            <bdi dir="ltr" class="code">
              {item.reference}
            </bdi>
          </p>
          <FieldList fields={item.fields} kind="movement" />
        </>
      )}
    </MovementPage>
  );
}
