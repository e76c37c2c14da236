import type { ComponentChildren } from 'preact';
import type { Channel } from '../api/channels.ts';
import type { NoticeReceipt } from '../api/notices.ts';
import { t } from '../i18n/index.ts';
import { Warnings } from '../movements/Warnings.tsx';
import { hrefOf } from '../state/route.ts';

interface NoticeReceivedProps {
  readonly receipt: NoticeReceipt;
  readonly channel: Channel;
  readonly title: string;
  /** The way to its page, in words. */
  readonly open: string;
  readonly children?: ComponentChildren;
}

/** Said only after the server has taken it: its reference, and what to look at once more. */
export function NoticeReceived({ receipt, channel, title, open, children }: NoticeReceivedProps) {
  return (
    <section class="stack received" role="status">
      <h2>{title}</h2>
      <p>
        {t('report.reference')}{' '}
        <bdi dir="ltr" class="code">
          {receipt.reference}
        </bdi>
      </p>
      <Warnings warnings={receipt.warnings ?? []} />
      {children}
      <p class="row">
        <a class="button button-primary" href={hrefOf({ name: 'item', item: receipt.item })}>
          {open}
        </a>
        <a class="button button-plain" href={hrefOf({ name: 'channel', channel: channel.id })}>
          <bdi>{channel.name}</bdi>
        </a>
      </p>
    </section>
  );
}
