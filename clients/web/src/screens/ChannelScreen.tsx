import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { ChannelAbout } from '../components/ChannelAbout.tsx';
import { Failure } from '../components/Failure.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { MessageComposer } from '../composer/MessageComposer.tsx';
import { localDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { clearArrivals, itemsOf, loadChannel, loaded } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { places } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';

/** A channel: what was said, oldest first, and a place to write. */
export function ChannelScreen({ id }: { readonly id: string }) {
  const place = places.value.get(id);
  const replyTo = useSignal<Item | undefined>(undefined);
  const edit = useSignal<Item | undefined>(undefined);
  const composer = useRef<HTMLDivElement>(null);
  const items = itemsOf(id);
  const newest = items.at(-1)?.item;

  useEffect(() => {
    if (!loaded.value.has(id)) void loadChannel(id);
    clearArrivals(id);
  }, [id]);

  useLayoutEffect(() => {
    composer.current?.scrollIntoView({ block: 'end' });
  }, [newest, loaded.value.get(id)?.kind]);

  if (place === undefined) return <NotHere />;
  const { group, channel } = place;
  return (
    <Screen title={<bdi>{channel.name}</bdi>} context={<ChannelAbout group={group} channel={channel} />}>
      <p class="muted">{t(`crossing.${channel.crossing}`)}</p>
      <Earlier channel={id} />
      {items.length === 0 && loaded.value.get(id)?.kind === 'ready' && <p class="empty">{t('channel.empty')}</p>}
      <ol class="conversation" aria-label={t('channel.conversation')}>
        {items.map((item, index) => (
          <li key={item.item}>
            {localDay(item.releasedAt) !== localDay(items[index - 1]?.releasedAt ?? '') && (
              <p class="day">{localDay(item.releasedAt)}</p>
            )}
            <ItemRow
              item={item}
              onReply={() => {
                edit.value = undefined;
                replyTo.value = item;
              }}
              onEdit={() => {
                replyTo.value = undefined;
                edit.value = item;
              }}
            />
          </li>
        ))}
      </ol>
      <div class="composer-place" ref={composer}>
        {group.termsAccepted ? (
          channel.mayPost ? (
            <>
              <MessageComposer
                key={edit.value?.item ?? replyTo.value?.item ?? ''}
                channel={channel}
                {...(replyTo.value === undefined ? {} : { replyTo: replyTo.value })}
                {...(edit.value === undefined ? {} : { edit: edit.value })}
                onDone={() => {
                  replyTo.value = undefined;
                  edit.value = undefined;
                }}
              />
              <a class="report-link" href={hrefOf({ name: 'report', channel: id })}>
                {t('report.here')}
              </a>
            </>
          ) : (
            <p class="muted">{t('channel.readOnly')}</p>
          )
        ) : (
          <Terms group={group} />
        )}
      </div>
    </Screen>
  );
}

function Earlier({ channel }: { readonly channel: string }) {
  const state = loaded.value.get(channel);
  if (state === undefined) return null;
  switch (state.kind) {
    case 'loading':
      return <p class="muted">{t('channel.loading')}</p>;
    case 'failed':
      return (
        <div class="stack-tight">
          <Failure answer={state.answer} />
          <Button onClick={() => void loadChannel(channel)}>{t('error.tryAgain')}</Button>
        </div>
      );
    case 'ready':
      return state.next === undefined ? null : (
        <Button onClick={() => void loadChannel(channel)}>{t('channel.earlier')}</Button>
      );
  }
}
