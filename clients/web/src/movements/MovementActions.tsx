import { useSignal } from '@preact/signals';
import type { Answer } from '../api/answer.ts';
import type { Item } from '../api/items.ts';
import * as movements from '../api/movements.ts';
import type { MovementReceipt, Warning } from '../api/movements.ts';
import { Button } from '../components/Button.tsx';
import { Withdraw } from '../components/Withdraw.tsx';
import { t } from '../i18n/index.ts';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';
import { SayState } from './SayState.tsx';
import { Warnings } from './Warnings.tsx';
import { statesAfter, type MovementState } from './states.ts';

type Open = MovementState | 'withdraw' | undefined;

/** What its own organisation may do with a movement: say how it goes on, amend it, take it back. Nobody else decides anything about it. */
export function MovementActions({ item }: { readonly item: Item }) {
  const warnings = useSignal<readonly Warning[]>([]);
  if (!isOwnOrganisation(item)) return null;

  return (
    <>
      {warnings.value.length > 0 && (
        <div class="stack-tight">
          <Warnings warnings={warnings.value} />
          <Button onClick={() => (warnings.value = [])}>{t('movement.warnings.read')}</Button>
        </div>
      )}
      {item.status !== 'withdrawn' && (
        <Choices item={item} onTaken={(receipt) => (warnings.value = receipt.warnings)} />
      )}
    </>
  );
}

interface ChoicesProps {
  readonly item: Item;
  readonly onTaken: (receipt: MovementReceipt) => void;
}

function Choices({ item, onTaken }: ChoicesProps) {
  const open = useSignal<Open>(undefined);

  const next = statesAfter(item.fields['state']);
  const toggle = (what: Open) => (open.value = open.value === what ? undefined : what);
  const close = () => (open.value = undefined);

  function done(receipt?: MovementReceipt): void {
    if (receipt !== undefined) onTaken(receipt);
    close();
  }

  async function withdraw(reason: string, key: string): Promise<Answer<MovementReceipt>> {
    const answer = await movements.withdraw(item.item, reason, key);
    if (answer.kind === 'ok') onTaken(answer.value);
    return answer;
  }

  return (
    <div class="actions">
      {next.map((state) => (
        <Button key={state} expanded={open.value === state} onClick={() => toggle(state)}>
          {t(`movement.say.${state}`)}
        </Button>
      ))}
      {next.length > 0 && (
        <a class="button button-plain" href={hrefOf({ name: 'amend', item: item.item })}>
          {t('movement.amend')}
        </a>
      )}
      <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
        {t('item.withdraw')}
      </Button>
      {open.value === 'withdraw' && <Withdraw send={withdraw} needsReason onDone={close} />}
      {open.value !== undefined && open.value !== 'withdraw' && next.includes(open.value) && (
        <SayState key={open.value} item={item} state={open.value} onDone={done} />
      )}
    </div>
  );
}
