import { InstantField } from '../incidents/InstantField.tsx';
import type { Values } from '../incidents/values.ts';
import { utc } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { contentOf } from './content.ts';
import type { NoticeQuestion } from './questions.ts';

interface MomentFieldProps {
  readonly question: NoticeQuestion & { readonly kind: 'instant' };
  readonly label: string;
  readonly hint: string | undefined;
  readonly values: Values;
  readonly error: string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** A day and a time of this device, and what that is in UTC. */
export function MomentField({ question, label, hint, values, error, onChange }: MomentFieldProps) {
  const instant = contentOf([question], values)[question.name];
  return (
    <div class="stack-tight">
      <InstantField
        name={question.name}
        label={label}
        values={values}
        required={question.required ?? false}
        {...(question.day === undefined ? { time: t('movement.time') } : {})}
        {...(error === undefined ? {} : { error })}
        onChange={onChange}
      />
      {hint !== undefined && <p class="hint">{hint}</p>}
      {typeof instant === 'string' && (
        <p class="hint" role="status">
          <bdi>{utc(instant)}</bdi>
        </p>
      )}
    </div>
  );
}
