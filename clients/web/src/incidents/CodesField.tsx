import { Checkbox } from '../components/Checkbox.tsx';
import { t } from '../i18n/index.ts';
import { codesOf, labelOf } from './codes.ts';
import type { Values } from './values.ts';

interface CodesFieldProps {
  readonly label: string;
  readonly list: string;
  readonly value: Values[string] | undefined;
  readonly error?: string;
  readonly onChange: (codes: readonly string[]) => void;
}

/** Several codes of one list; folded, because the lists are long. */
export function CodesField({ label, list, value, error, onChange }: CodesFieldProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <fieldset class="field">
      <legend class="legend">{label}</legend>
      <details>
        <summary>{t('form.chosen', { n: chosen.length })}</summary>
        <div class="codes">
          {codesOf(list).map((code) => (
            <Checkbox
              key={code.code}
              checked={chosen.includes(code.code)}
              onChange={(on) => {
                onChange(on ? [...chosen, code.code] : chosen.filter((each) => each !== code.code));
              }}
            >
              <bdi>{labelOf(code)}</bdi>
            </Checkbox>
          ))}
        </div>
      </details>
      {error !== undefined && (
        <p class="field-error">
          <bdi>{error}</bdi>
        </p>
      )}
    </fieldset>
  );
}
