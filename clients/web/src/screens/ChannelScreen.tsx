import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Item } from '../api/items.ts';
import { Button } from '../components/Button.tsx';
import { ChannelAbout } from '../components/ChannelAbout.tsx';
import { ChannelWritings } from '../components/ChannelWritings.tsx';
import { Failure } from '../components/Failure.tsx';
import { ItemRow } from '../components/ItemRow.tsx';
import { Screen } from '../components/Screen.tsx';
import { Terms } from '../components/Terms.tsx';
import { MessageComposer } from '../composer/MessageComposer.tsx';
import { localDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { clearArrivals, itemsOf, loadChannel, loaded } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { places, store } from '../state/store.ts';
import { NotHere } from './NotHere.tsx';

/** How many items are on screen at first, and how many more each time one asks for earlier ones. */
const windowSize = 60;

/** Somebody who has scrolled further up than this is reading, and is not pulled down by what comes. */
const nearby = 500;

/** A channel: what was said, oldest first, and a place to write. */
export function ChannelScreen({ id }: { readonly id: string }) {
  const place = places.value.get(id);
  const isHere = place !== undefined;
  const replyTo = useSignal<Item | undefined>(undefined);
  const edit = useSignal<Item | undefined>(undefined);
  const composer = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  const shownCount = useSignal(windowSize);
  const all = itemsOf(id);
  const items = all.slice(-shownCount.value);
  const newest = items.at(-1)?.item;

  useEffect(() => {
    if (isHere && !loaded.value.has(id)) void loadChannel(id);
    clearArrivals(id);
  }, [id, isHere, store.resets.value]);

  useLayoutEffect(() => {
    const place = composer.current;
    const reading = place !== null && opened.current && place.getBoundingClientRect().top > innerHeight + nearby;
    if (!reading) place?.scrollIntoView({ block: 'end' });
    opened.current ||= newest !== undefined;
  }, [newest]);

  if (place === undefined) return <NotHere />;
  const { group, channel } = place;
  const notifies = channel.kind === 'notification';
  return (
    <Screen title={<bdi>{channel.name}</bdi>} context={<ChannelAbout group={group} channel={channel} />}>
      {!notifies && <p class="muted">{t(`crossing.${channel.crossing}`)}</p>}
      <Earlier channel={id} hidden={all.length - items.length} onShow={() => (shownCount.value += windowSize)} />
      {items.length === 0 && loaded.value.get(id)?.kind === 'ready' && (
        <p class="empty">{t(notifies ? 'channel.emptyNotifications' : 'channel.empty')}</p>
      )}
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
          <>
            {channel.mayPost && (
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
            )}
            {!channel.mayPost && <p class="muted">{t(notifies ? 'channel.notificationsOnly' : 'channel.readOnly')}</p>}
            <ChannelWritings channel={channel} />
          </>
        ) : (
          <Terms group={group} />
        )}
      </div>
    </Screen>
  );
}

interface EarlierProps {
  readonly channel: string;
  /** Items that are loaded but not on screen. */
  readonly hidden: number;
  readonly onShow: () => void;
}

function Earlier({ channel, hidden, onShow }: EarlierProps) {
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
    case 'ready': {
      const more = state.next !== undefined;
      const show = () => {
        onShow();
        if (hidden === 0 && more) void loadChannel(channel);
      };
      return hidden > 0 || more ? <Button onClick={show}>{t('channel.earlier')}</Button> : null;
    }
  }
}
