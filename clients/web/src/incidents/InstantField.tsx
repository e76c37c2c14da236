import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import type { Values } from './values.ts';

interface InstantFieldProps {
  readonly name: string;
  readonly label: string;
  readonly values: Values;
  readonly required: boolean;
  /** Words of the time; without them it may be left out. */
  readonly time?: string;
  readonly error?: string;
  readonly onChange: (name: string, value: string) => void;
}

/** A day, and a time when it is known. */
export function InstantField({ name, label, values, required, time, error, onChange }: InstantFieldProps) {
  const part = (which: string) => {
    const value = values[`${name}.${which}`];
    return typeof value === 'string' ? value : '';
  };
  return (
    <fieldset class="field">
      <legend class="legend">{label}</legend>
      <div class="pair">
        <TextField
          label={t('form.day')}
          type="date"
          value={part('date')}
          required={required}
          {...(error === undefined ? {} : { error })}
          onInput={(value) => {
            onChange(`${name}.date`, value);
          }}
        />
        <TextField
          label={time ?? t('form.time')}
          type="time"
          value={part('time')}
          onInput={(value) => {
            onChange(`${name}.time`, value);
          }}
        />
      </div>
    </fieldset>
  );
}
