import { Checkbox } from '../components/Checkbox.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { TextField } from '../components/TextField.tsx';
import { maybe, t } from '../i18n/index.ts';
import { codesOf, labelOf } from './codes.ts';
import { CodesField } from './CodesField.tsx';
import { ImpactField } from './ImpactField.tsx';
import { InstantField } from './InstantField.tsx';
import { PositionField } from './PositionField.tsx';
import type { Question } from './questions.ts';
import type { Values } from './values.ts';

interface QuestionFieldProps {
  readonly question: Question;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: Values[string]) => void;
}

/** The input of one question. */
export function QuestionField({ question, values, error, onChange }: QuestionFieldProps) {
  const { name } = question;
  const label = maybe(`field.${name}`, name);
  const found = error(name);
  const extra = {
    ...(question.hint ? { hint: maybe(`hint.${name}`, '') } : {}),
    ...(found === undefined ? {} : { error: found }),
  };
  const value = typeof values[name] === 'string' ? values[name] : '';
  switch (question.kind) {
    case 'code':
      return (
        <SelectField
          label={label}
          value={value}
          none={question.required ? t('form.choose') : t('form.notSaid')}
          options={codesOf(question.list).map((code) => ({ value: code.code, label: labelOf(code) }))}
          onChange={(next) => {
            onChange(name, next);
          }}
          {...extra}
        />
      );
    case 'codes':
      return (
        <CodesField
          label={label}
          list={question.list}
          value={values[name]}
          onChange={(next) => {
            onChange(name, next);
          }}
          {...extra}
        />
      );
    case 'line':
      return (
        <TextField
          label={label}
          value={value}
          max={question.max}
          onInput={(next) => {
            onChange(name, next);
          }}
          {...extra}
        />
      );
    case 'text':
      return (
        <TextArea
          label={label}
          value={value}
          max={question.max}
          onInput={(next) => {
            onChange(name, next);
          }}
          {...extra}
        />
      );
    case 'flag':
      return (
        <Checkbox
          checked={values[name] === true}
          onChange={(next) => {
            onChange(name, next);
          }}
        >
          {label}
        </Checkbox>
      );
    case 'day':
      return (
        <TextField
          label={label}
          type="date"
          value={value}
          onInput={(next) => {
            onChange(name, next);
          }}
          {...extra}
        />
      );
    case 'instant':
      return (
        <InstantField
          name={name}
          label={label}
          values={values}
          required={question.required === true}
          onChange={onChange}
          {...extra}
        />
      );
    case 'position':
      return <PositionField label={label} values={values} onChange={onChange} {...extra} />;
    case 'impact':
      return <ImpactField values={values} error={error} onChange={onChange} />;
  }
}
