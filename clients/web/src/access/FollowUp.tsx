import { useSignal } from '@preact/signals';
import type { Item } from '../api/items.ts';
import * as notices from '../api/notices.ts';
import { t } from '../i18n/index.ts';
import { changesOf, valuesOf } from '../notices/content.ts';
import { Gesture } from '../notices/Gesture.tsx';
import { NoticeField } from '../notices/NoticeField.tsx';
import type { NoticeQuestion } from '../notices/questions.ts';

interface FollowUpProps {
  readonly item: Item;
  readonly onDone: (receipt?: notices.NoticeReceipt) => void;
}

const questions: readonly NoticeQuestion[] = [
  { kind: 'instant', name: 'followUpBy', day: true },
  { kind: 'line', name: 'followUpOwner', max: 200 },
];

/** Coordination says who follows a notice of another organisation up, and until when. */
export function FollowUp({ item, onDone }: FollowUpProps) {
  const first = useSignal(valuesOf(questions, item.fields)).value;
  const values = useSignal(first);
  const { changed, clear } = changesOf(questions, first, values.value);
  const body = { ...changed, ...(clear.length === 0 ? {} : { clear }) };
  return (
    <Gesture
      what={t('access.state.what')}
      confirm={t('access.state.confirm')}
      body={body}
      ready={Object.keys(body).length > 0}
      send={(key) => notices.accessCommand(item.item, 'update', body, key)}
      onDone={onDone}
    >
      {questions.map((question) => (
        <NoticeField
          key={question.name}
          kind="access-constraint"
          question={question}
          values={values.value}
          error={() => undefined}
          onChange={(name, value) => (values.value = { ...values.value, [name]: value })}
        />
      ))}
    </Gesture>
  );
}
