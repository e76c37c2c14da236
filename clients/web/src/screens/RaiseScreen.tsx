import { mayRaise } from '../access/mayRaise.ts';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { t } from '../i18n/index.ts';

import { places } from '../state/store.ts';
import { OnDemand } from './OnDemand.tsx';
import { NotHere } from './NotHere.tsx';

/** Raising an access-constraint notice in one channel. */
export function RaiseScreen({ channel }: { readonly channel: string }) {
  const place = places.value.get(channel);
  if (place === undefined || !mayRaise(place.channel)) return <NotHere />;
  return (
    <Screen title={t('access.raise')}>
      <p class="muted">{t('report.to', { channel: place.channel.name })}</p>

      {place.group.termsAccepted ? (
        <OnDemand>{({ AccessForm }) => <AccessForm channel={place.channel} />}</OnDemand>
      ) : (
        <Terms group={place.group} />
      )}
    </Screen>
  );
}
