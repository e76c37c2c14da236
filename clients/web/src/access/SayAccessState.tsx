import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { Gesture } from '../notices/Gesture.tsx';
import { accessStatesAfter } from './states.ts';

interface SayAccessStateProps {
  readonly item: Item;
  readonly onDone: (receipt?: notices.NoticeReceipt) => void;
}

/** Says how a constraint goes on, and what was done. */
export function SayAccessState({ item, onDone }: SayAccessStateProps) {
  const state = useSignal('');
  const note = useSignal('');
  const said = note.value.trim();
  const body = { state: state.value, ...(said === '' ? {} : { note: said }) };
  return (
    <Gesture
      what={t('access.state.what')}
      confirm={t('access.state.confirm')}
      body={body}
      ready={state.value !== ''}
      send={(key) => notices.accessCommand(item.item, 'state', body, key)}
      onDone={onDone}
    >
      <SelectField
        label={t('field.state')}
        value={state.value}
        none={t('form.choose')}
        options={accessStatesAfter(item.fields['state']).map((code) => ({
          value: code,
          label: codeLabel('access-state', code),
        }))}
        onChange={(next) => (state.value = next)}
      />
      <TextArea label={t('access.state.note')} value={note.value} max={2000} onInput={(next) => (note.value = next)} />
    </Gesture>
  );
}
