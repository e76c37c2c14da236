import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { Button } from '../components/Button.tsx';
import { textOf } from '../components/fieldReaders.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { Withdraw } from '../components/Withdraw.tsx';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { Gesture } from '../notices/Gesture.tsx';
import { useReceipts } from '../notices/useReceipts.tsx';
import { isOwnOrganisation } from '../state/channelItems.ts';
import { hrefOf } from '../state/route.ts';

type Open = 'none' | 'state' | 'withdraw';

/** What its own organisation may do with a notice: update it, say how its follow-up stands, take it back. */
export function AccessActions({ item }: { readonly item: Item }) {
  const open = useSignal<Open>('none');
  const receipts = useReceipts();
  if (!isOwnOrganisation(item)) return null;
  const toggle = (what: Open) => (open.value = open.value === what ? 'none' : what);
  const close = () => (open.value = 'none');

  return (
    <>
      {receipts.shown}
      {item.status !== 'withdrawn' && (
        <div class="actions">
          <Button expanded={open.value === 'state'} onClick={() => toggle('state')}>
            {t('access.state')}
          </Button>
          <a class="button button-plain" href={hrefOf({ name: 'revise', item: item.item })}>
            {t('access.update')}
          </a>
          <Button kind="quiet" expanded={open.value === 'withdraw'} onClick={() => toggle('withdraw')}>
            {t('item.withdraw')}
          </Button>
          {open.value === 'state' && (
            <SayAccessState
              item={item}
              onDone={(receipt) => {
                if (receipt !== undefined) receipts.taken(receipt);
                close();
              }}
            />
          )}
          {open.value === 'withdraw' && (
            <Withdraw
              needsReason
              send={(reason, key) => notices.accessCommand(item.item, 'withdraw', { reason }, key)}
              onDone={close}
            />
          )}
        </div>
      )}
    </>
  );
}

interface SayAccessStateProps {
  readonly item: Item;
  readonly onDone: (receipt?: notices.NoticeReceipt) => void;
}

function SayAccessState({ item, onDone }: SayAccessStateProps) {
  const present = textOf(item.fields['state']) ?? '';
  const state = useSignal(present);
  const note = useSignal('');
  const said = note.value.trim();
  const body = { state: state.value, ...(said === '' ? {} : { note: said }) };
  return (
    <Gesture
      what={t('access.state.what')}
      confirm={t('access.state.confirm')}
      body={body}
      ready={state.value !== '' && (state.value !== present || said !== '')}
      send={(key) => notices.accessCommand(item.item, 'state', body, key)}
      onDone={onDone}
    >
      <SelectField
        label={t('field.state')}
        value={state.value}
        {...(present === '' ? { none: t('form.choose') } : {})}
        options={codesOf('access-state').map((code) => ({ value: code.code, label: labelOf(code) }))}
        onChange={(next) => (state.value = next)}
      />
      <TextArea label={t('access.state.note')} value={note.value} max={1000} onInput={(next) => (note.value = next)} />
    </Gesture>
  );
}
