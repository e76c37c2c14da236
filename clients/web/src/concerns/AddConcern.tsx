import { useSignal } from '@preact/signals';
import { problemIn } from '../api/answer.ts';
import * as api from '../api/concerns.ts';
import { remedyFor } from '../api/problem.ts';
import { Button } from '../components/Button.tsx';
import { Failure } from '../components/Failure.tsx';
import { useCommand } from '../components/useCommand.ts';
import type { Values } from '../incidents/values.ts';
import { t } from '../i18n/index.ts';
import { MissingList } from '../movements/MissingList.tsx';
import { contentOf, faultsOf } from '../notices/content.ts';
import { missingIn, noticeFaultWords } from '../notices/missing.ts';
import { NoticeField } from '../notices/NoticeField.tsx';
import type { NoticeQuestion } from '../notices/questions.ts';

const questions: readonly NoticeQuestion[] = [
  { kind: 'line', name: 'note', max: 500, required: true },
  { kind: 'instant', name: 'from', required: true },
  { kind: 'instant', name: 'until', required: true },
  { kind: 'position', name: 'position' },
  { kind: 'count', name: 'radius' },
  { kind: 'outline', name: 'outline' },
];

/** One more area and time to keep an eye on. */
export function AddConcern({ onAdded }: { readonly onAdded: () => void }) {
  const open = useSignal(false);
  const values = useSignal<Values>({});
  const command = useCommand();
  const content = contentOf(questions, values.value);
  const faults = faultsOf(questions, values.value);
  const circle =
    content['position'] !== undefined && content['radius'] !== undefined && content['outline'] === undefined;
  const area = content['outline'] !== undefined && content['position'] === undefined && content['radius'] === undefined;
  const lacks = [...missingIn('concern', questions, values.value), ...(circle || area ? [] : [t('concern.either')])];
  const answer = command.answer.value;
  const problem = problemIn(answer);

  async function add(): Promise<void> {
    const result = await command.send(content, (key) => api.addConcern(content, key));
    if (result.kind !== 'ok') return;
    values.value = {};
    open.value = false;
    onAdded();
  }

  if (!open.value) return <Button onClick={() => (open.value = true)}>{t('concern.add')}</Button>;
  return (
    <section class="withdraw stack-tight" aria-label={t('concern.add')}>
      {questions.map((question) => (
        <NoticeField
          key={question.name}
          kind="concern"
          question={question}
          values={values.value}
          error={(name) => {
            const fault = faults.get(name);
            return fault === undefined ? remedyFor(problem, name) : noticeFaultWords(fault);
          }}
          onChange={(name, value) => (values.value = { ...values.value, [name]: value })}
        />
      ))}
      <MissingList words={lacks} />
      <Failure answer={answer} words={t('error.wordsKept')} />
      <div class="row">
        <Button kind="primary" disabled={command.busy.value || lacks.length > 0} onClick={() => void add()}>
          {t('concern.keep')}
        </Button>
        <Button kind="quiet" onClick={() => (open.value = false)}>
          {t('composer.cancel')}
        </Button>
      </div>
    </section>
  );
}
