import { useId } from 'preact/hooks';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search' | 'datetime-local' | 'date' | 'time';
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly autocomplete?: 'username' | 'current-password' | 'new-password' | 'off';
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  readonly dir?: 'ltr' | 'auto';
  readonly max?: number;
}

/** One line of input with its label, hint and error tied to it. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const {
    label,
    value,
    onInput,
    type = 'text',
    hint,
    error,
    required,
    autocomplete = 'off',
    inputMode,
    dir = 'auto',
    max,
  } = props;
  const plainType = type as 'text'; // the element's types differ only in attributes that are not used here
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type={plainType}
        value={value}
        dir={dir}
        required={required}
        maxLength={max}
        autocomplete={autocomplete}
        inputMode={inputMode}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
      />
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          <bdi>{error}</bdi>
        </p>
      )}
    </div>
  );
}
