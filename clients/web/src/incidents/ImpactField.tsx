import { TextField } from '../components/TextField.tsx';
import { maybe, t } from '../i18n/index.ts';
import { harms, splits } from './questions.ts';
import type { Values } from './values.ts';

interface ImpactFieldProps {
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** The name of a figure on screen: a harm, or a harm and a split of it. */
export function figureLabel(figure: string): string {
  const harm = harms.find((each) => splits.some((split) => figure === each + split));
  if (harm === undefined) return maybe(`impact.${figure}`, figure);
  const split = figure.slice(harm.length);
  return `${maybe(`impact.${harm}`, harm)}, ${maybe(`split.${split}`, split)}`;
}

/** Numbers of people by harm; the splits of a harm are asked for when there is anybody to split. */
export function ImpactField({ values, error, onChange }: ImpactFieldProps) {
  const input = (figure: string, label: string) => {
    const name = `impact.${figure}`;
    const value = values[name];
    const found = error(name);
    return (
      <TextField
        key={figure}
        label={label}
        value={typeof value === 'string' ? value : ''}
        inputMode="numeric"
        dir="ltr"
        max={6}
        {...(found === undefined ? {} : { error: found })}
        onInput={(next) => {
          onChange(name, next);
        }}
      />
    );
  };
  const isWrong = (harm: string) => splits.some((split) => error(`impact.${harm}${split}`) !== undefined);
  const counted = harms.filter((harm) => (values[`impact.${harm}`] ?? '') !== '');
  return (
    <fieldset class="field">
      <legend class="legend">{t('field.impact')}</legend>
      <p class="hint">{t('hint.impact')}</p>
      <div class="figures">{harms.map((harm) => input(harm, maybe(`impact.${harm}`, harm)))}</div>
      {counted.map((harm) => (
        <details key={harm} open={isWrong(harm)}>
          <summary>{t('form.split', { harm: maybe(`impact.${harm}`, harm) })}</summary>
          <div class="figures">{splits.map((split) => input(`${harm}${split}`, maybe(`split.${split}`, split)))}</div>
        </details>
      ))}
    </fieldset>
  );
}
