import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
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
  return `${maybe(`impact.${harm}`, harm)} (${maybe(`split.${split}`, split)})`;
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
  const figuresOf = (harm: string) => splits.map((split) => `impact.${harm}${split}`);
  const counted = harms.filter((harm) =>
    [`impact.${harm}`, ...figuresOf(harm)].some((figure) => (values[figure] ?? '') !== ''),
  );
  return (
    <fieldset class="field">
      <legend class="legend">{t('field.impact')}</legend>
      <p class="hint">{t('hint.impact')}</p>
      <div class="figures">{harms.map((harm) => input(harm, maybe(`impact.${harm}`, harm)))}</div>
      {counted.map((harm) => (
        <Unfolding key={harm} shown={figuresOf(harm).some((figure) => error(figure) !== undefined)}>
          <summary>{t('form.split', { harm: maybe(`impact.${harm}`, harm) })}</summary>
          <div class="figures">{splits.map((split) => input(`${harm}${split}`, maybe(`split.${split}`, split)))}</div>
        </Unfolding>
      ))}
    </fieldset>
  );
}

/** Opens when there is something to show, and is closed by nobody but the person: not while they correct what is in it. */
function Unfolding({ shown, children }: { readonly shown: boolean; readonly children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (shown && details.current !== null) details.current.open = true;
  }, [shown]);
  return <details ref={details}>{children}</details>;
}
