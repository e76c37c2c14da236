import { mayNotify } from '../movements/forces.ts';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { t } from '../i18n/index.ts';
import { LawNote } from '../movements/LawNote.tsx';
import { places } from '../state/store.ts';
import { OnDemand } from './OnDemand.tsx';
import { NotHere } from './NotHere.tsx';

/** Notifying a site to one channel. */
export function NotifySiteScreen({ channel }: { readonly channel: string }) {
  const place = places.value.get(channel);
  if (place === undefined || !mayNotify(place.channel)) return <NotHere />;
  return (
    <Screen title={t('site.notify')}>
      <p class="muted">{t('report.to', { channel: place.channel.name })}</p>
      <LawNote />
      {place.group.termsAccepted ? (
        <OnDemand>{({ NotifySite }) => <NotifySite channel={place.channel} />}</OnDemand>
      ) : (
        <Terms group={place.group} />
      )}
    </Screen>
  );
}
