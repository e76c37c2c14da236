import type { Channel } from '../api/channels.ts';
import type { MovementReceipt } from '../api/movements.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { LawNote } from './LawNote.tsx';
import { Warnings } from './Warnings.tsx';

interface MovementReceivedProps {
  readonly receipt: MovementReceipt;
  readonly channel: Channel;
}

/** Said only after the server has taken it: its reference, that it is late, and positions to look at once more. */
export function MovementReceived({ receipt, channel }: MovementReceivedProps) {
  return (
    <section class="stack received" role="status">
      <h2>{t('movement.received')}</h2>
      <p>
        {t('report.reference')}{' '}
        <bdi dir="ltr" class="code">
          {receipt.reference}
        </bdi>
      </p>
      {receipt.late && <p class="late">{t('movement.late')}</p>}
      <Warnings warnings={receipt.warnings} />
      <LawNote />
      <p class="row">
        <a class="button button-primary" href={hrefOf({ name: 'item', item: receipt.item })}>
          {t('movement.open')}
        </a>
        {receipt.warnings.length > 0 && (
          <a class="button button-plain" href={hrefOf({ name: 'amend', item: receipt.item })}>
            {t('movement.amend')}
          </a>
        )}
        <a class="button button-plain" href={hrefOf({ name: 'channel', channel: channel.id })}>
          <bdi>{channel.name}</bdi>
        </a>
      </p>
    </section>
  );
}
