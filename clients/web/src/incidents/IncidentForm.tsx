import type { ComponentChildren } from 'preact';
import { remedyFor, type Problem } from '../api/problem.ts';
import { Steps, type Step } from '../components/Steps.tsx';
import { t } from '../i18n/index.ts';
import { me } from '../state/store.ts';
import { QuestionField } from './QuestionField.tsx';
import { questionsFor } from './questions.ts';
import type { Values } from './values.ts';

interface IncidentFormProps {
  readonly values: Values;
  readonly problem: Problem | undefined;
  readonly onChange: (values: Values) => void;
  /** The last step: handling, preview and sending. */
  readonly children: ComponentChildren;
}

/** The questions of a report. */
export function IncidentForm({ values, problem, onChange, children }: IncidentFormProps) {
  const error = (name: string) => remedyFor(problem, name);
  const change = (name: string, value: Values[string]) => {
    onChange({ ...values, [name]: value });
  };
  const groups = questionsFor(values, me.value?.isCoordinator === true).map(({ name, questions }): Step => ({
    name,
    title: t(`form.group.${name}`),
    wrong: questions.some((question) => error(question.name) !== undefined),
    content: questions.map((question) => (
      <QuestionField key={question.name} question={question} values={values} error={error} onChange={change} />
    )),
  }));
  const send: Step = { name: 'send', title: t('form.group.send'), wrong: false, content: children };
  return <Steps label={t('report.title')} steps={[...groups, send]} problem={problem} />;
}
