import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/TextField.tsx';
import { Withdraw } from '../components/Withdraw.tsx';
import { t } from '../i18n/index.ts';
import { versionOf } from '../movements/dispatch.ts';
import { Gesture } from '../notices/Gesture.tsx';
import { useReceipts } from '../notices/useReceipts.tsx';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { isInForce } from './standing.ts';

type Open = 'none' | 'end' | 'withdraw';

/** What who wrote an advisory may do with it: amend it, say that it is over, take it back. */
export function AdvisoryActions({ item }: { readonly item: Item }) {
  const open = useSignal<Open>('none');
  const reason = useSignal('');
  const receipts = useReceipts();
  if (!isOwnOrganisation(item)) return null;
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const close = () => (open.value = 'none');
  const why = reason.value.trim();
  const version = versionOf(item.fields);
  const end = { ...(why === '' ? {} : { reason: why }), ...(version === undefined ? {} : { ifVersion: version }) };
  const stands = isInForce(item.fields, Date.now());

  return (
    <>
      {receipts.shown}
      {item.status !== 'withdrawn' && (
        <div class="actions">
          {stands && (
            <>
              <a class="button button-plain" href={hrefOf({ name: 'amend', item: item.item })}>
                {t('movement.amend')}
              </a>
              <Button expanded={open.value === 'end'} onClick={() => toggle('end')}>
                {t('advisory.end')}
              </Button>
            </>
          )}
          <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
            {t('item.withdraw')}
          </Button>
          {stands && open.value === 'end' && (
            <Gesture
              what={t('advisory.end.what')}
              confirm={t('advisory.end.confirm')}
              body={end}
              send={(key) => notices.movementsCommand(item.item, 'end', end, key)}
              onDone={(receipt) => {
                if (receipt !== undefined) receipts.taken(receipt);
                close();
              }}
            >
              <TextField
                label={t('advisory.end.reason')}
                value={reason.value}
                max={1000}
                onInput={(next) => (reason.value = next)}
              />
            </Gesture>
          )}
          {open.value === 'withdraw' && (
            <Withdraw
              needsReason
              send={(words, key) => notices.movementsCommand(item.item, 'withdraw', { reason: words }, key)}
              onDone={close}
            />
          )}
        </div>
      )}
    </>
  );
}
