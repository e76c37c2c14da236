import type { Channel } from '../api/channels.ts';
import type { MovementReceipt, Warning } from '../api/movements.ts';
import { t } from '../i18n/index.ts';
import { hrefOf } from '../state/route.ts';
import { LawNote } from './LawNote.tsx';
import { stopOf, warningWords } from './warningWords.ts';

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

function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const positions = warnings.filter((warning) => stopOf(warning) !== undefined);
  const others = warnings.filter((warning) => stopOf(warning) === undefined);
  return (
    <>
      {others.length > 0 && (
        <div class="warning" role="alert">
          <p>{t('movement.warnings.others')}</p>
          <ul class="bullets">
            {others.map((warning) => (
              <li key={`${warning.field} ${warning.text}`}>
                <bdi>{warningWords(warning)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {positions.length > 0 && (
        <div class="warning">
          <p>{t('movement.warnings')}</p>
          <ul class="bullets">
            {positions.map((warning) => (
              <li key={warning.field}>
                {t('movement.stop', { n: stopOf(warning) ?? 0 })}: <bdi>{warningWords(warning)}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
