import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { QuestionField } from './QuestionField.tsx';
import { questionsFor, type QuestionGroup } from './questions.ts';
import type { Values } from './values.ts';

interface IncidentFormProps {
  readonly values: Values;
  readonly problem: Problem | undefined;
  readonly onChange: (values: Values) => void;
  /** The last step: handling, preview and sending. */
  readonly children: ComponentChildren;
}

/** The questions of a report. Phones show one group at a time, desktops all of them; the style sheet decides, the words stay. */
export function IncidentForm({ values, problem, onChange, children }: IncidentFormProps) {
  const groups = questionsFor(values, me.value?.isCoordinator === true);
  const step = useSignal(0);
  const current = Math.min(step.value, groups.length);
  const top = useRef<HTMLFormElement>(null);

  const error = (name: string) => remedyFor(problem, name);

  useEffect(() => {
    const wrong = groups.findIndex((group) =>
      group.questions.some((question) => remedyFor(problem, question.name) !== undefined),
    );
    if (wrong >= 0) step.value = wrong;
  }, [problem]);

  function turn(by: 1 | -1): void {
    step.value = Math.max(0, Math.min(current + by, groups.length));
    top.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <form
      class="incident-form"
      ref={top}
      onSubmit={(event) => {
        event.preventDefault();
      }}
      aria-label={t('report.title')}
    >
      <p class="step-count" role="status">
        {t('form.step', { i: current + 1, n: groups.length + 1 })}
      </p>
      {groups.map((group, index) => (
        <Group
          key={group.name}
          group={group}
          current={index === current}
          values={values}
          error={error}
          onChange={(name, value) => {
            onChange({ ...values, [name]: value });
          }}
        />
      ))}
      <section class="question-group stack" data-current={current === groups.length} aria-label={t('form.group.send')}>
        <h2>{t('form.group.send')}</h2>
        {children}
      </section>
      <div class="steps row">
        <Button
          disabled={current === 0}
          onClick={() => {
            turn(-1);
          }}
        >
          {t('form.back')}
        </Button>
        {current < groups.length && (
          <Button
            kind="primary"
            onClick={() => {
              turn(1);
            }}
          >
            {t('form.next')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface GroupProps {
  readonly group: QuestionGroup;
  readonly current: boolean;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: Values[string]) => void;
}

function Group({ group, current, values, error, onChange }: GroupProps) {
  return (
    <section class="question-group stack" data-current={current} aria-label={t(`form.group.${group.name}`)}>
      <h2>{t(`form.group.${group.name}`)}</h2>
      {group.questions.map((question) => (
        <QuestionField key={question.name} question={question} values={values} error={error} onChange={onChange} />
      ))}
    </section>
  );
}

/** The server's remedy for a field or for a part of it. */
function remedyFor(problem: Problem | undefined, name: string): string | undefined {
  if (problem === undefined) return undefined;
  const found = Object.entries(problem.errors).filter(
    ([field]) =>
      field === name ||
      (!name.includes('.') && name !== 'impact' && (field.startsWith(`${name}.`) || field.startsWith(`${name}[`))),
  );
  return found.length === 0 ? undefined : found.flatMap(([, sentences]) => sentences).join(' ');
}
