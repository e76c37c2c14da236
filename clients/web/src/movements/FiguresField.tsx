import { TextField } from '../components/TextField.tsx';
import { maybe } from '../i18n/index.ts';
import type { Values } from '../incidents/values.ts';

interface FiguresFieldProps {
  readonly names: readonly string[];
  /** Whether they may have decimals. */
  readonly decimal?: boolean;
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** Numbers beside each other. */
export function FiguresField({ names, decimal = false, values, error, onChange }: FiguresFieldProps) {
  return (
    <div class="figures">
      {names.map((name) => {
        const [value, found] = [values[name], error(name)];
        return (
          <TextField
            key={name}
            label={maybe(`field.${name}`, name)}
            value={typeof value === 'string' ? value : ''}
            inputMode={decimal ? 'decimal' : 'numeric'}
            dir="ltr"
            max={decimal ? 11 : 6}
            {...(found === undefined ? {} : { error: found })}
            onInput={(next) => {
              onChange(name, next);
            }}
          />
        );
      })}
    </div>
  );
}
