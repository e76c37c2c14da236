import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import type { Values } from '../incidents/values.ts';

interface ContactFieldProps {
  /** The field; the call contact without it, which alone is needed. */
  readonly name?: 'callContact' | 'alternateContact' | 'focalPoint';
  readonly legend: string;
  readonly hint: string;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

const parts = [
  { name: 'name', required: true, dir: 'auto', max: 120 },
  { name: 'phone', required: true, dir: 'ltr', max: 40 },
  { name: 'callSign', required: false, dir: 'auto', max: 120 },
] as const;

/** Whom to call about what is notified, or who else is on call. */
export function ContactField({ name: whom = 'callContact', legend, hint, values, error, onChange }: ContactFieldProps) {
  return (
    <fieldset class="stack-tight">
      <legend class="legend">{legend}</legend>
      <p class="hint">{hint}</p>
      {parts.map(({ name, required, dir, max }) => {
        const field = `${whom}.${name}`;
        const [value, found] = [values[field], error(field)];
        return (
          <TextField
            key={name}
            label={t(`movement.contact.${name}`)}
            value={typeof value === 'string' ? value : ''}
            required={required && whom === 'callContact'}
            dir={dir}
            max={max}
            {...(found === undefined ? {} : { error: found })}
            onInput={(next) => {
              onChange(field, next);
            }}
          />
        );
      })}
    </fieldset>
  );
}
