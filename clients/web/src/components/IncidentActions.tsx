import { useSignal } from '@preact/signals';
import * as incidents from '../api/incidents.ts';
import type { Item } from '../api/items.ts';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { useCommand } from './useCommand.ts';
import { Verify } from './Verify.tsx';
import { Withdraw } from './Withdraw.tsx';

type Open = 'none' | 'withdraw' | 'verify';

/** What may be done with an incident: its own organisation revises, closes and withdraws; others of the side verify. */
export function IncidentActions({ item }: { readonly item: Item }) {
  const command = useCommand();
  const open = useSignal<Open>('none');
  const own = isOwnOrganisation(item);
  const current = item.status !== 'withdrawn' && item.status !== 'closed';
  const mayVerify = !own && item.fields['verification'] !== undefined && item.fields['category'] !== undefined;
  if (!current || (!own && !mayVerify)) return null;

  const close = () =>
    command.send({ close: item.item }, (key) => incidents.incidentCommand(item.item, 'close', {}, key));
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);

  return (
    <div class="actions">
      {own && (
        <>
          <a class="button button-plain" href={hrefOf({ name: 'revise', item: item.item })}>
            {t('incident.revise')}
          </a>
          <Button disabled={command.busy.value} onClick={() => void close()}>
            {t('incident.close')}
          </Button>
          <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
            {t('item.withdraw')}
          </Button>
        </>
      )}
      {mayVerify && (
        <Button expanded={open.value === 'verify'} onClick={() => toggle('verify')}>
          {t('incident.verify')}
        </Button>
      )}
      <Failure answer={command.answer.value} />
      {open.value === 'withdraw' && (
        <Withdraw
          send={(reason, key) => incidents.incidentCommand(item.item, 'withdraw', { reason }, key)}
          onDone={() => (open.value = 'none')}
        />
      )}
      {open.value === 'verify' && <Verify item={item} onDone={() => (open.value = 'none')} />}
    </div>
  );
}
