import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { remedyFor, remedyIn, type Problem } from '../api/problem.ts';
import { fieldLabel } from '../components/fieldLabel.ts';
import { wholeOf } from '../components/fieldPath.ts';
import { Remarks, type RemarkStep } from '../components/Remarks.tsx';
import { Steps, type Lead, type Step } from '../components/Steps.tsx';
import type { Values } from '../incidents/values.ts';
import { maybe } from '../i18n/index.ts';
import { faultsOf } from './content.ts';
import { noticeFaultWords } from './missing.ts';
import { NoticeField } from './NoticeField.tsx';
import { questionsIn, type NoticeGroup } from './questions.ts';

interface NoticeStepsProps {
  readonly kind: string;
  readonly label: string;
  readonly groups: readonly NoticeGroup[];
  readonly values: Values;
  /** What came of sending. */
  readonly problem: Problem | undefined;
  /** What the preview found to correct. */
  readonly remarks?: Problem | undefined;
  /** Under which the step that one is at is kept over a reload. */
  readonly place?: string;
  readonly onChange: (values: Values) => void;
  /** The name of the last step, and what it asks beside the questions. */
  readonly last: string;
  readonly lastWrong?: boolean;
  readonly children: ComponentChildren;
}

/** A notice in steps: its questions, then who gets it and sending. */
export function NoticeSteps(props: NoticeStepsProps) {
  const { kind, label, groups, values, problem, remarks, onChange, last, lastWrong = false, place, children } = props;
  const lead = useSignal<Lead | undefined>(undefined);
  const faults = faultsOf(questionsIn(groups), values);
  const error = (name: string) => {
    const fault = faults.get(name);
    return fault === undefined ? remedyIn(problem, remarks, name) : noticeFaultWords(fault);
  };
  const titleOf = (name: string) => maybe(`${kind}.step.${name}`, name);
  const steps = groups.map(({ name, questions }): Step => ({
    name,
    title: titleOf(name),
    wrong: questions.some((question) => remedyFor(problem, question.name) !== undefined),
    content: questions.map((question) => (
      <NoticeField
        key={question.name}
        kind={kind}
        question={question}
        values={values}
        error={error}
        onChange={(part, value) => {
          onChange({ ...values, [part]: value });
        }}
      />
    )),
  }));

  function stepOf(path: string): RemarkStep | undefined {
    const found = groups.find((group) => group.questions.some((question) => question.name === wholeOf(path)));
    return found === undefined ? undefined : { name: found.name, title: titleOf(found.name) };
  }

  const end: Step = {
    name: 'send',
    title: last,
    wrong: lastWrong,
    content: (
      <>
        <Remarks
          problem={remarks}
          stepOf={stepOf}
          labelOf={(field) => fieldLabel(wholeOf(field), kind)}
          onGo={(step) => (lead.value = { step })}
        />
        {children}
      </>
    ),
  };
  return <Steps label={label} steps={[...steps, end]} problem={problem} lead={lead.value} place={place} />;
}
