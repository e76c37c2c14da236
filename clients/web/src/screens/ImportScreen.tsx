import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { t } from '../i18n/index.ts';
import { mayNotify } from '../movements/forces.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { places } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';
import { OnDemandSheets } from './OnDemandSheets.tsx';

/** Notifying what a table holds to one channel. */
export function ImportScreen({ channel }: { readonly channel: string }) {
  const place = places.value.get(channel);
  if (place === undefined || !mayNotify(place.channel)) return <NotHere />;
  return (
    <Screen title={t('import.title')}>
      <p class="muted">{t('report.to', { channel: place.channel.name })}</p>
      <LawNote />
      {place.group.termsAccepted ? (
        <OnDemandSheets>{({ ImportSheet }) => <ImportSheet channel={place.channel} />}</OnDemandSheets>
      ) : (
        <Terms group={place.group} />
      )}
    </Screen>
  );
}
