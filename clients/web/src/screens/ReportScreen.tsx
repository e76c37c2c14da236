import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { maybe, t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { places } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';
import { OnDemand } from './OnDemand.tsx';

/** Where to report, when there is a choice; then the report. */
export function ReportScreen({ channel }: { readonly channel?: string }) {
  const postable = [...places.value.values()].filter((place) => place.channel.mayPost);
  const only = postable.length === 1 ? postable[0] : undefined;
  const place = channel === undefined ? only : places.value.get(channel);
  if (channel !== undefined && place === undefined) return <NotHere />;
  if (place === undefined) {
    return (
      <Screen title={t('report.title')}>
        <p>{postable.length === 0 ? t('report.nowhere') : t('report.where')}</p>
        <ul class="places">
          {postable.map(({ group, channel: each }) => (
            <li key={each.id}>
              <a class="channel" href={hrefOf({ name: 'report', channel: each.id })}>
                <bdi class="channel-name">{each.name}</bdi>
                <span class="muted">
                  <bdi>{group.name}</bdi> · {maybe(`channelKind.${each.kind}`, each.kind)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </Screen>
    );
  }
  return (
    <Screen title={t('report.title')}>
      <p class="muted">{t('report.to', { channel: place.channel.name })}</p>
      {place.group.termsAccepted ? (
        <OnDemand>{({ ReportForm }) => <ReportForm channel={place.channel} />}</OnDemand>
      ) : (
        <Terms group={place.group} />
      )}
    </Screen>
  );
}
