import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { Button } from '../components/Button.tsx';
import { partyOf } from '../components/fieldReaders.ts';
import { sideOf } from '../components/parties.ts';
import { Withdraw } from '../components/Withdraw.tsx';
import { t } from '../i18n/index.ts';
import { useReceipts } from '../notices/useReceipts.tsx';
import { OnDemand } from '../screens/OnDemand.tsx';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { me } from '../state/store.ts';
import { SayAccessState } from './SayAccessState.tsx';
import { accessStatesAfter } from './states.ts';

type Open = 'none' | 'state' | 'followUp' | 'withdraw';

/**
 * What may be done with a notice: its own organisation updates it, says how it goes on and takes it back; coordination says of a humanitarian one how it goes
 * on, who follows it up and until when.
 */
export function AccessActions({ item }: { readonly item: Item }) {
  const open = useSignal<Open>('none');
  const receipts = useReceipts();
  const own = isOwnOrganisation(item);
  if (!own && !mayFollowUp(item)) return null;
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const close = () => (open.value = 'none');
  const done = (receipt?: notices.NoticeReceipt) => {
    if (receipt !== undefined) receipts.taken(receipt);
    close();
  };
  const stands = item.status !== 'withdrawn' && accessStatesAfter(item.fields['state']).length > 0;

  return (
    <>
      {receipts.shown}
      <div class="actions">
        {stands && (
          <Button expanded={open.value === 'state'} onClick={() => toggle('state')}>
            {t('access.state')}
          </Button>
        )}
        {stands && own && (
          <a class="button button-plain" href={hrefOf({ name: 'revise', item: item.item })}>
            {t('access.update')}
          </a>
        )}
        {stands && !own && (
          <Button expanded={open.value === 'followUp'} onClick={() => toggle('followUp')}>
            {t('access.followUp')}
          </Button>
        )}
        {own && item.status !== 'withdrawn' && (
          <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
            {t('item.withdraw')}
          </Button>
        )}
        {stands && open.value === 'state' && <SayAccessState item={item} onDone={done} />}
        {stands && open.value === 'followUp' && (
          <OnDemand>{({ FollowUp }) => <FollowUp item={item} onDone={done} />}</OnDemand>
        )}
        {open.value === 'withdraw' && (
          <Withdraw
            needsReason
            send={(reason, key) => notices.accessCommand(item.item, 'withdraw', { reason }, key)}
            onDone={close}
          />
        )}
      </div>
    </>
  );
}

function mayFollowUp(item: Item): boolean {
  const side = sideOf(partyOf(item.fields['organisation'])?.constituency ?? '');
  return me.value?.isCoordinator === true && (side === 'humanitarian' || side === 'coordination');
}
