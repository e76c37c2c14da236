import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LeadTimes } from '../api/movements.ts';
import { remedyFor, remedyIn, type Problem } from '../api/problem.ts';
import { Remarks, type RemarkStep } from '../components/Remarks.tsx';
import { Steps, type Lead, type Step } from '../components/Steps.tsx';
import { QuestionField } from '../incidents/QuestionField.tsx';
import type { Question } from '../incidents/questions.ts';
import type { Values } from '../incidents/values.ts';
import { maybe, t } from '../i18n/index.ts';
import { ContactField } from './ContactField.tsx';
import { faultWords } from './faultWords.ts';
import { FiguresField } from './FiguresField.tsx';
import { faultsOf, isArmed, type MovementForm } from './form.ts';
import { leadRule } from './leadTime.ts';
import { MoreFields } from './MoreFields.tsx';
import { NamedField } from './NamedField.tsx';
import { OnCallField } from './OnCallField.tsx';
import { stepFields, stepOf, type moreFields, type StepName } from './stepFields.ts';
import { RouteLinesField } from './RouteLinesField.tsx';
import { StopsField } from './StopsField.tsx';
import { VehiclesField } from './VehiclesField.tsx';
import { WindowField } from './WindowField.tsx';

interface MovementStepsProps {
  readonly form: MovementForm;
  readonly forces: readonly string[];
  /** How early a notification is asked for here; undefined while that is not known. */
  readonly leadTimes: LeadTimes | undefined;
  /** What came of sending. */
  readonly problem: Problem | undefined;
  /** What the preview found to correct. */
  readonly remarks: Problem | undefined;
  /** An amendment names nobody anew. */
  readonly amending?: boolean;
  readonly onChange: (form: MovementForm) => void;
  /** Under which the step that one is at is kept. */
  readonly place?: string;
  /** The end of the last step: preview and sending. */
  readonly children: ComponentChildren;
}

const first: readonly Question[] = [
  { kind: 'code', name: 'category', list: 'movement-category', required: true },
  { kind: 'code', name: 'mode', list: 'movement-mode', required: true },
  { kind: 'code', name: 'country', list: 'country' },
];
const late: Question = { kind: 'text', name: 'lateReason', hint: true, max: 4000 };
const ownSide: readonly Question[] = [
  { kind: 'code', name: 'purpose', list: 'movement-purpose' },
  { kind: 'text', name: 'notes', max: 4000 },
];

const escort: Question = { kind: 'code', name: 'escort', list: 'movement-escort', hint: true };
const justification: Question = { kind: 'text', name: 'escortJustification', hint: true, max: 4000 };

/** The four steps of a notification: what and when, route, vehicles and contact, who is told. */
export function MovementSteps(props: MovementStepsProps) {
  const { form, forces, leadTimes, problem, remarks, amending = false, onChange } = props;
  const faults = faultsOf(form);
  const remedy = (name: string) => remedyIn(problem, remarks, name);
  const error = (name: string) => {
    const fault = faults.get(name);
    return fault === undefined ? remedy(name) : faultWords(fault);
  };
  const change = (name: string, value: Values[string]) => {
    onChange({ ...form, values: { ...form.values, [name]: value } });
  };
  const ask = (question: Question) => (
    <QuestionField key={question.name} question={question} values={form.values} error={error} onChange={change} />
  );
  const more = (about: keyof typeof moreFields) => (
    <MoreFields about={about} values={form.values} error={error} onChange={change} />
  );
  const wrong = (step: StepName) => stepFields[step].some((name) => remedyFor(problem, name) !== undefined);
  const lead = useSignal<Lead | undefined>(undefined);

  const steps: readonly Step[] = [
    {
      name: 'what',
      title: t('movement.step.what'),
      wrong: wrong('what'),
      content: (
        <>
          {first.map(ask)}
          {(['windowStart', 'windowEnd'] as const).map((name) => (
            <WindowField
              key={name}
              name={name}
              values={form.values}
              error={error(name)}
              rule={leadTimes && leadRule(leadTimes, form)}
              onChange={change}
            />
          ))}
          {ask(late)}
          {ownSide.map(ask)}
          <FiguresField names={['staff', 'evacuees']} values={form.values} error={error} onChange={change} />
          {more('people')}
          {more('cargo')}
        </>
      ),
    },
    {
      name: 'route',
      title: t('movement.step.route'),
      wrong: wrong('route'),
      content: (
        <>
          <StopsField
            stops={form.stops}
            error={(index) => (blank(form.stops[index]) ? undefined : error(`route[${String(index)}]`))}
            onChange={(stops) => {
              onChange({ ...form, stops });
            }}
          />
          <RouteLinesField
            geometry={form.geometry}
            alternates={form.alternates ?? []}
            error={remedy}
            onChange={(lines) => {
              onChange({ ...form, ...lines });
            }}
          />
          {more('crossing')}
        </>
      ),
    },
    {
      name: 'vehicles',
      title: t('movement.step.vehicles'),
      wrong: wrong('vehicles'),
      content: (
        <>
          <VehiclesField
            vehicles={form.vehicles}
            error={(index) => remedy(`vehicles[${String(index)}]`)}
            onChange={(vehicles) => {
              onChange({ ...form, vehicles });
            }}
          />
          {ask(escort)}
          {isArmed(form.values) && ask(justification)}
          <ContactField
            legend={t('movement.contact')}
            hint={t('movement.contact.hint')}
            values={form.values}
            error={error}
            onChange={change}
          />
          {(['alternateContact', 'focalPoint'] as const).map((name) => (
            <OnCallField key={name} name={name} values={form.values} error={error} onChange={change} />
          ))}
          {more('communications')}
        </>
      ),
    },
    {
      name: 'who',
      title: t('movement.step.who'),
      wrong: wrong('who'),
      content: (
        <>
          <NamedField
            words="movement"
            forces={forces}
            amending={amending}
            named={form.named}
            error={remedy('recipients')}
            onChange={(named) => {
              onChange({ ...form, named });
            }}
          />
          <Remarks problem={remarks} stepOf={titledStep} labelOf={fieldName} onGo={(step) => (lead.value = { step })} />
          {props.children}
        </>
      ),
    },
  ];
  return <Steps label={t('movement.notify')} steps={steps} problem={problem} lead={lead.value} place={props.place} />;
}

function titledStep(path: string): RemarkStep | undefined {
  const name = stepOf(path);
  return name === undefined ? undefined : { name, title: t(`movement.step.${name}`) };
}

/** The name that a field or a part of it has on screen. */
function fieldName(field: string): string {
  const [, list, index] = /^(route|vehicles)\[(\d+)\]/.exec(field) ?? [];
  if (list === 'route') return t('movement.stop', { n: Number(index) + 1 });
  if (list === 'vehicles') return t('movement.vehicle', { n: Number(index) + 1 });
  const [whole = field] = /^\w+/.exec(field) ?? [];
  return whole === 'callContact' ? t('movement.contact') : maybe(`field.${whole}`, field);
}

/** Nobody is told of a mistake before they have begun. */
function blank(stop: MovementForm['stops'][number] | undefined): boolean {
  return stop === undefined || ((stop.written ?? stop.lat) === '' && stop.date === '' && stop.time === '');
}
