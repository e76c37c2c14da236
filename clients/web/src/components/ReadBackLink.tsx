import { useEffect } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { loadMgrs } from '../places/mgrs.ts';
import { loadReadBack } from '../screens/OnDemandReadBack.tsx';
import { hrefOf } from '../state/route.ts';

/** The way to what is read out by radio. All that it needs is fetched already here, while there is a network. */
export function ReadBackLink({ item }: { readonly item: string }) {
  useEffect(() => {
    void loadReadBack();
    void loadMgrs();
  }, []);
  return (
    <a class="button button-plain" href={hrefOf({ name: 'read-back', item })}>
      {t('readBack.open')}
    </a>
  );
}
