import type { Channel, Group } from '../api/channels.ts';
import { maybe, t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { AudienceChip } from './AudienceChip.tsx';
import { Members } from './Members.tsx';

/** Who is in the room, what kind of room it is, and how things cross to the other side. */
export function ChannelAbout({ group, channel }: { readonly group: Group; readonly channel: Channel }) {
  const about = maybe(`channelKind.${channel.kind}.about`, '');
  return (
    <div class="stack">
      <section class="stack-tight">
        <h2>{t('channel.about')}</h2>
        {about !== '' && <p>{about}</p>}
        <p>{t(`posture.${group.posture}`)}</p>
        <p>
          <a href={hrefOf({ name: 'group', group: group.id })}>{t('terms.title')}</a>
        </p>
      </section>
      <section class="stack-tight">
        <h2>{t('channel.admits')}</h2>
        <ul class="audiences">
          {channel.admits.map((atom) => (
            <li key={atom}>{atom === 'all' ? t('audience.all') : <AudienceChip audience={atom} />}</li>
          ))}
        </ul>
      </section>
      {channel.kind === 'notification' && channel.forces !== undefined && (
        <section class="stack-tight">
          <h2>{t('channel.reaches')}</h2>
          {channel.forces.length === 0 && <p class="muted">{t('channel.reachesNobody')}</p>}
          <ul class="audiences">
            {channel.forces.map((force) => (
              <li key={force}>
                <AudienceChip audience={force} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Members group={group.id} />
    </div>
  );
}
