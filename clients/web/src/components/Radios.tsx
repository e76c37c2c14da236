import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface RadiosProps<T extends string> {
  readonly legend: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  readonly onChange: (value: T) => void;
}

export function Radios<T extends string>({ legend, value, options, onChange }: RadiosProps<T>) {
  const name = useId();
  return (
    <fieldset>
      <legend class="legend">{legend}</legend>
      <div class="row">
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
