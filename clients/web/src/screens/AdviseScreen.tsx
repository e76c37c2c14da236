import { mayAdvise } from '../advisories/mayAdvise.ts';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { t } from '../i18n/index.ts';

import { places } from '../state/store.ts';
import { OnDemand } from './OnDemand.tsx';
import { NotHere } from './NotHere.tsx';

/** Writing an advisory to one channel. */
export function AdviseScreen({ channel }: { readonly channel: string }) {
  const place = places.value.get(channel);
  if (place === undefined || !mayAdvise(place.channel)) return <NotHere />;
  return (
    <Screen title={t('advisory.write')}>
      <p class="muted">{t('report.to', { channel: place.channel.name })}</p>
      <p class="law">{t('advisory.what')}</p>
      {place.group.termsAccepted ? (
        <OnDemand>{({ WriteAdvisory }) => <WriteAdvisory channel={place.channel} />}</OnDemand>
      ) : (
        <Terms group={place.group} />
      )}
    </Screen>
  );
}
