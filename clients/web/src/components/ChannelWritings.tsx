import { mayRaise } from '../access/mayRaise.ts';
import { mayAdvise } from '../advisories/mayAdvise.ts';
import type { Channel } from '../api/channels.ts';
import { t } from '../i18n/index.ts';
import { mayNotify } from '../movements/forces.ts';
import { hrefOf } from '../state/route.ts';

/** What this person may notify or raise in a channel, beside writing and reporting there. */
export function ChannelWritings({ channel }: { readonly channel: Channel }) {
  const links = [
    ...(mayNotify(channel)
      ? [
          { name: 'notify', words: t('movement.here') } as const,
          { name: 'notifySite', words: t('site.here') } as const,
          { name: 'import', words: t('import.here') } as const,
        ]
      : []),
    ...(mayRaise(channel) ? [{ name: 'raise', words: t('access.here') } as const] : []),
    ...(mayAdvise(channel) ? [{ name: 'advise', words: t('advisory.here') } as const] : []),
  ];
  if (links.length === 0) return null;
  return (
    <p class="row">
      {links.map(({ name, words }) => (
        <a key={name} class="button button-plain" href={hrefOf({ name, channel: channel.id })}>
          {words}
        </a>
      ))}
    </p>
  );
}
