import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as channels from '../api/channels.ts';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { me, places } from '../state/store.ts';
import { Button } from './Button.tsx';
import { Failure } from './Failure.tsx';
import { partyOf } from './fieldReaders.ts';
import { useCommand } from './useCommand.ts';
import { Withdraw } from './Withdraw.tsx';

interface MessageActionsProps {
  readonly item: Item;
  readonly onReply: () => void;
  readonly onEdit: () => void;
}

/** What a person may do with a message. Changing and withdrawing are the author's. */
export function MessageActions({ item, onReply, onEdit }: MessageActionsProps) {
  const command = useCommand();
  const acknowledged = useSignal(false);
  const withdrawing = useSignal(false);
  const author = partyOf(item.fields['author'])?.id;
  const mine = author !== undefined && author === me.value?.person.id && item.status !== 'withdrawn';
  const mayPost = places.value.get(item.channel)?.channel.mayPost === true;
  const asked = item.fields['acknowledgementRequested'] === true && !isOwnOrganisation(item);

  async function acknowledge(): Promise<void> {
    const answer = await command.send({ acknowledge: item.item }, (key) => channels.acknowledge(item.item, key));
    acknowledged.value = answer.kind === 'ok';
  }

  return (
    <div class="actions">
      {asked &&
        (acknowledged.value ? (
          <span class="good">{t('acknowledgement.done')}</span>
        ) : (
          <Button kind="plain" disabled={command.busy.value} onClick={() => void acknowledge()}>
            {t('acknowledgement.do')}
          </Button>
        ))}
      {mayPost && (
        <Button kind="quiet" onClick={onReply}>
          {t('item.reply')}
        </Button>
      )}
      {mine && (
        <>
          <Button kind="quiet" onClick={onEdit}>
            {t('item.edit')}
          </Button>
          <Button kind="quiet" expanded={withdrawing.value} onClick={() => (withdrawing.value = !withdrawing.value)}>
            {t('item.withdraw')}
          </Button>
        </>
      )}
      <a class="action-link" href={hrefOf({ name: 'item', item: item.item })}>
        {t('item.whoSees')}
      </a>
      <Failure answer={command.answer.value} />
      {withdrawing.value && (
        <Withdraw
          send={(reason, key) => channels.withdrawMessage(item.item, reason, key)}
          onDone={() => (withdrawing.value = false)}
        />
      )}
    </div>
  );
}
