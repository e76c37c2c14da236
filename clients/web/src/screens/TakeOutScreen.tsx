import { Screen } from '../components/Screen.tsx';
import { t } from '../i18n/index.ts';
import type { MapOf } from '../state/route.ts';
import { hrefOf } from '../state/route.ts';
import { OnDemandSheets } from './OnDemandSheets.tsx';

/** What a list shows, as a file. */
export function TakeOutScreen({ of }: { readonly of: MapOf }) {
  return (
    <Screen title={t('export.titleOf', { list: t(`board.${of}`) })}>
      <p>
        <a href={hrefOf({ name: of })}>{t(`board.${of}`)}</a>
      </p>
      <OnDemandSheets>{({ TakeOut }) => <TakeOut of={of} />}</OnDemandSheets>
    </Screen>
  );
}
