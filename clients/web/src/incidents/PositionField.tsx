import { TextField } from '../components/TextField.tsx';
import { t } from '../i18n/index.ts';
import type { Values } from './values.ts';

interface PositionFieldProps {
  readonly label: string;
  readonly values: Values;
  readonly error?: string;
  readonly onChange: (name: string, value: string) => void;
}

/** A WGS84 position in decimal degrees. */
export function PositionField({ label, values, error, onChange }: PositionFieldProps) {
  const part = (which: string) => {
    const value = values[`position.${which}`];
    return typeof value === 'string' ? value : '';
  };
  return (
    <fieldset class="field">
      <legend class="legend">{label}</legend>
      <div class="pair">
        {(['lat', 'lon'] as const).map((which) => (
          <TextField
            key={which}
            label={t(`form.${which}`)}
            value={part(which)}
            inputMode="decimal"
            dir="ltr"
            max={14}
            {...(error === undefined ? {} : { error })}
            onInput={(value) => {
              onChange(`position.${which}`, value);
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
