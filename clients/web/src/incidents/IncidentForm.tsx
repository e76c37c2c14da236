import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { remedyFor, remedyIn, type Problem } from '../api/problem.ts';
import { fieldLabel } from '../components/fieldLabel.ts';
import { wholeOf } from '../components/fieldPath.ts';
import { Remarks, type RemarkStep } from '../components/Remarks.tsx';
import { Steps, type Lead, type Step } from '../components/Steps.tsx';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { figureLabel } from './ImpactField.tsx';
import { QuestionField } from './QuestionField.tsx';
import { questionsFor, type QuestionGroup } from './questions.ts';
import type { Values } from './values.ts';

interface IncidentFormProps {
  readonly values: Values;
  /** What came of sending. */
  readonly problem: Problem | undefined;
  /** What the preview found to correct. */
  readonly remarks: Problem | undefined;
  readonly onChange: (values: Values) => void;
  /** The last step: handling, preview and sending. */
  readonly children: ComponentChildren;
}

/** The questions of a report. */
export function IncidentForm({ values, problem, remarks, onChange, children }: IncidentFormProps) {
  const lead = useSignal<Lead | undefined>(undefined);
  const groups = questionsFor(values, me.value?.isCoordinator === true);
  const steps = groups.map(({ name, questions }): Step => ({
    name,
    title: titleOf(name),
    wrong: questions.some((question) => remedyFor(problem, question.name) !== undefined),
    content: questions.map((question) => (
      <QuestionField
        key={question.name}
        question={question}
        values={values}
        error={(field) => remedyIn(problem, remarks, field)}
        onChange={(field, value) => {
          onChange({ ...values, [field]: value });
        }}
      />
    )),
  }));
  const send: Step = {
    name: 'send',
    title: t('form.group.send'),
    wrong: false,
    content: (
      <>
        <Remarks
          problem={remarks}
          stepOf={(path) => stepOf(path, groups)}
          labelOf={labelOf}
          onGo={(step) => (lead.value = { step })}
        />
        {children}
      </>
    ),
  };
  return <Steps label={t('report.title')} steps={[...steps, send]} problem={problem} lead={lead.value} />;
}

function titleOf(group: QuestionGroup['name']): string {
  return t(`form.group.${group}`);
}

function stepOf(path: string, groups: readonly QuestionGroup[]): RemarkStep | undefined {
  const found = groups.find(({ questions }) => questions.some(({ name }) => name === wholeOf(path)));
  return found === undefined ? undefined : { name: found.name, title: titleOf(found.name) };
}

/** The name of a field or of a figure of it on screen. */
function labelOf(field: string): string {
  const figure = /^impact\.(\w+)$/.exec(field)?.[1];
  return figure === undefined ? fieldLabel(wholeOf(field), 'incident') : figureLabel(figure);
}
