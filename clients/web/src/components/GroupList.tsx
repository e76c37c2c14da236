import type { Channel } from '../api/channels.ts';
import { maybe, t } from '../i18n/index.ts';
import { arrivals } from '../state/channelItems.ts';
import { hrefOf, route } from '../state/route.ts';
import { store } from '../state/store.ts';

/** Contact groups and their channels, as far as the person is admitted. */
export function GroupList() {
  const groups = store.groups.value;
  if (groups.length === 0) return <p class="empty">{t('groups.empty')}</p>;
  return (
    <ul class="groups">
      {groups.map((group) => (
        <li key={group.id} class="group">
          <h2>
            <a href={hrefOf({ name: 'group', group: group.id })}>
              <bdi>{group.name}</bdi>
            </a>
          </h2>
          {!group.termsAccepted && <p class="note">{t('terms.notYetAccepted')}</p>}
          {group.posture === 'distance' && <p class="note">{t('posture.distance')}</p>}
          <ul>
            {group.channels.map((channel) => (
              <ChannelRow key={channel.id} channel={channel} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function ChannelRow({ channel }: { readonly channel: Channel }) {
  const here = route.value;
  const fresh = arrivals.value.get(channel.id)?.size ?? 0;
  const current = here.name === 'channel' && here.channel === channel.id;
  return (
    <li>
      <a
        class="channel"
        href={hrefOf({ name: 'channel', channel: channel.id })}
        aria-current={current ? 'page' : undefined}
      >
        <bdi class="channel-name">{channel.name}</bdi>
        <span class="muted">{maybe(`channelKind.${channel.kind}`, channel.kind)}</span>
        {fresh > 0 && <span class="count">{t('channel.fresh', { n: fresh })}</span>}
      </a>
    </li>
  );
}
