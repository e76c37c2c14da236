import { useSignal } from '@preact/signals';
import { Button } from '../components/Button.tsx';
import { QuestionField } from '../incidents/QuestionField.tsx';
import type { Question } from '../incidents/questions.ts';
import type { Values } from '../incidents/values.ts';
import { FiguresField } from './FiguresField.tsx';
import { staffTogether } from './form.ts';
import { say } from './formWords.ts';
import { moreFields } from './stepFields.ts';

type About = keyof typeof moreFields;

interface MoreFieldsProps {
  readonly about: About;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: Values[string]) => void;
}

/** Fields for the own side that most leave out: asked for when there is something to say. */
export function MoreFields(props: MoreFieldsProps) {
  const { about, values, error } = props;
  const open = useSignal(false);
  const shown = open.value || moreFields[about].some((name) => isSaid(values[name]) || error(name) !== undefined);
  if (!shown) {
    return (
      <Button kind="quiet" onClick={() => (open.value = true)}>
        {say('add', { what: say(`more.${about}`) })}
      </Button>
    );
  }
  return (
    <fieldset class="stack-tight">
      <legend class="legend">{say(`more.${about}`)}</legend>
      <p class="hint">{say(`more.${about}.hint`)}</p>
      <Asked {...props} />
    </fieldset>
  );
}

function Asked({ about, values, error, onChange }: MoreFieldsProps) {
  const figures = { values, error, onChange };
  const ask = (question: Question) => (
    <QuestionField
      question={question}
      values={values}
      error={error}
      onChange={(name, value) => {
        onChange(name, alone(values[name], value));
      }}
    />
  );
  switch (about) {
    case 'people':
      return (
        <>
          <FiguresField names={moreFields.people} {...figures} />
          <Together values={values} />
        </>
      );
    case 'cargo':
      return (
        <>
          {ask({ kind: 'codes', name: 'cargo', list: 'cargo-category' })}
          <FiguresField names={['cargoTonnes', 'cargoCubicMetres']} decimal {...figures} />
          {ask({ kind: 'flag', name: 'dangerousGoods' })}
          {ask({ kind: 'line', name: 'waybill', max: 120 })}
        </>
      );
    case 'crossing':
      return (
        <>
          {ask({ kind: 'flag', name: 'frontLineCrossing' })}
          {ask({ kind: 'text', name: 'partiesOnRoute', max: 4000 })}
        </>
      );
    case 'communications':
      return (
        <>
          {ask({ kind: 'codes', name: 'communications', list: 'communication-means' })}
          {ask({ kind: 'line', name: 'radioCallSign', max: 120 })}
        </>
      );
  }
}

/** How many they are together, as they are typed. */
function Together({ values }: { readonly values: Values }) {
  const n = staffTogether(values);
  return (
    <p class="hint" role="status">
      {n !== undefined && say((values['staff'] ?? '') === '' ? 'staff.taken' : 'staff.together', { n })}
    </p>
  );
}

function isSaid(value: Values[string] | undefined): boolean {
  return value === true || (typeof value !== 'boolean' && (value ?? '').length > 0);
}

/** `NONE` says that there is nothing: choosing it leaves the others, and choosing another leaves it. */
function alone(before: Values[string] | undefined, now: Values[string]): Values[string] {
  if (typeof now === 'string' || typeof now === 'boolean' || !now.includes('NONE')) return now;
  return Array.isArray(before) && before.includes('NONE') ? now.filter((code) => code !== 'NONE') : ['NONE'];
}
