import type { Channel, Receipt } from '../api/channels.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';

/** Said only after the server has taken the report. */
export function ReportReceived({ receipt, channel }: { readonly receipt: Receipt; readonly channel: Channel }) {
  return (
    <section class="stack received" role="status">
      <h2>{t('report.received')}</h2>
      <p>
        {t('report.reference')}{' '}
        <bdi dir="ltr" class="code">
          {receipt.reference}
        </bdi>
      </p>
      <p class="row">
        <a class="button button-primary" href={hrefOf({ name: 'item', item: receipt.item })}>
          {t('report.open')}
        </a>
        <a class="button button-plain" href={hrefOf({ name: 'channel', channel: channel.id })}>
          <bdi>{channel.name}</bdi>
        </a>
      </p>
    </section>
  );
}
