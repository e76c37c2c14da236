import { fieldHint, fieldLabel } from '../components/fieldLabel.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { TextField } from '../components/TextField.tsx';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { CodesField } from '../incidents/CodesField.tsx';
import { PositionField } from '../incidents/PositionField.tsx';
import type { Values } from '../incidents/values.ts';
import { maybe, t } from '../i18n/index.ts';
import { ContactField } from '../movements/ContactField.tsx';
import { MomentField } from './MomentField.tsx';
import type { NoticeQuestion } from './questions.ts';

export interface NoticeFieldProps {
  readonly kind: string;
  readonly question: NoticeQuestion;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: Values[string]) => void;
}

/** The input of one question of a notice. */
export function NoticeField({ kind, question, values, error, onChange }: NoticeFieldProps) {
  const { name, required = false } = question;
  const [label, hint, found] = [fieldLabel(name, kind), fieldHint(name, kind), error(name)];
  const extra = { ...(hint === undefined ? {} : { hint }), ...(found === undefined ? {} : { error: found }) };
  const value = typeof values[name] === 'string' ? values[name] : '';
  const change = (next: string) => {
    onChange(name, next);
  };
  switch (question.kind) {
    case 'code':
      return (
        <SelectField
          label={label}
          value={value}
          none={required ? t('form.choose') : t('form.notSaid')}
          options={codesOf(question.list).map((code) => ({ value: code.code, label: labelOf(code) }))}
          onChange={change}
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
          {...(found === undefined ? {} : { error: found })}
        />
      );
    case 'line':
      return (
        <TextField label={label} value={value} max={question.max} required={required} onInput={change} {...extra} />
      );
    case 'text':
      return (
        <TextArea label={label} value={value} max={question.max} required={required} onInput={change} {...extra} />
      );
    case 'outline':
      return <TextArea label={label} value={value} rows={4} max={4000} onInput={change} {...extra} />;
    case 'count':
      return (
        <TextField
          label={label}
          value={value}
          inputMode="numeric"
          dir="ltr"
          max={7}
          required={required}
          onInput={change}
          {...extra}
        />
      );
    case 'instant':
      return (
        <MomentField
          question={question}
          label={label}
          hint={hint}
          values={values}
          error={found}
          onChange={(part, next) => {
            onChange(part, next);
          }}
        />
      );
    case 'position':
      return (
        <PositionField
          label={label}
          values={values}
          onChange={onChange}
          {...(found === undefined ? {} : { error: found })}
        />
      );
    case 'contact':
      return (
        <ContactField
          legend={label}
          hint={hint ?? maybe('movement.contact.hint', '')}
          values={values}
          error={(part) => error(part) ?? (part === `${name}.name` ? found : undefined)}
          onChange={onChange}
        />
      );
  }
}
