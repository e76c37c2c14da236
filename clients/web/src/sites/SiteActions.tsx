import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { Withdraw } from '../components/Withdraw.tsx';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { versionOf } from '../movements/dispatch.ts';
import { Gesture } from '../notices/Gesture.tsx';
import { useReceipts } from '../notices/useReceipts.tsx';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { confirmationOf, isRemoved } from './standing.ts';

type Open = 'none' | 'revalidate' | 'remove' | 'withdraw';

/** What its own organisation may do with a site: confirm that it is still so, amend it, remove it, take it back. Nobody else decides anything about it. */
export function SiteActions({ item }: { readonly item: Item }) {
  const open = useSignal<Open>('none');
  const receipts = useReceipts();
  if (!isOwnOrganisation(item)) return null;
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const close = () => (open.value = 'none');
  const done = (receipt?: notices.NoticeReceipt) => {
    if (receipt !== undefined) receipts.taken(receipt);
    close();
  };
  const stands = !isRemoved(item.fields);
  const seen = versionSeen(item);

  return (
    <>
      {receipts.shown}
      {item.status !== 'withdrawn' && (
        <div class="actions">
          {stands && (
            <>
              <Button
                kind={confirmationOf(item.fields) === undefined ? 'plain' : 'primary'}
                expanded={open.value === 'revalidate'}
                onClick={() => toggle('revalidate')}
              >
                {t('site.revalidate')}
              </Button>
              <a class="button button-plain" href={hrefOf({ name: 'amend', item: item.item })}>
                {t('movement.amend')}
              </a>
              <Button expanded={open.value === 'remove'} onClick={() => toggle('remove')}>
                {t('site.remove')}
              </Button>
            </>
          )}
          <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
            {t('item.withdraw')}
          </Button>
          {stands && open.value === 'revalidate' && (
            <Gesture
              what={t('site.revalidate.what')}
              confirm={t('site.revalidate.confirm')}
              body={seen}
              send={(key) => notices.movementsCommand(item.item, 'revalidate', seen, key)}
              onDone={done}
            />
          )}
          {stands && open.value === 'remove' && <RemoveSite item={item} onDone={done} />}
          {open.value === 'withdraw' && (
            <Withdraw
              needsReason
              send={async (reason, key) => {
                const answer = await notices.movementsCommand(item.item, 'withdraw', { reason }, key);
                if (answer.kind === 'ok') receipts.taken(answer.value);
                return answer;
              }}
              onDone={close}
            />
          )}
        </div>
      )}
    </>
  );
}

interface RemoveSiteProps {
  readonly item: Item;
  readonly onDone: (receipt?: notices.NoticeReceipt) => void;
}

function RemoveSite({ item, onDone }: RemoveSiteProps) {
  const reason = useSignal('');
  const body = { reason: reason.value, ...versionSeen(item) };
  return (
    <Gesture
      what={t('site.remove.what')}
      confirm={t('site.remove.confirm')}
      body={body}
      ready={reason.value !== ''}
      send={(key) => notices.movementsCommand(item.item, 'remove', body, key)}
      onDone={onDone}
    >
      <SelectField
        label={t('field.removalReason')}
        value={reason.value}
        none={t('form.choose')}
        options={codesOf('site-removal-reason').map((code) => ({ value: code.code, label: labelOf(code) }))}
        onChange={(next) => (reason.value = next)}
      />
    </Gesture>
  );
}

/** What a colleague changed meanwhile is neither confirmed nor removed unseen. */
function versionSeen(item: Item): { readonly ifVersion?: number } {
  const version = versionOf(item.fields);
  return version === undefined ? {} : { ifVersion: version };
}
