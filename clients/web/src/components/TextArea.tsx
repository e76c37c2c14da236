import { useId } from 'preact/hooks';

interface TextAreaProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly rows?: number;
  readonly max?: number;
  readonly onSubmit?: () => void;
}

/** Several lines of text. Ctrl+Enter or Cmd+Enter submits where a submit is given; Enter is a new line; Escape never discards. */
export function TextArea({ label, value, onInput, hint, error, required, rows = 3, max, onSubmit }: TextAreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        value={value}
        maxLength={max}
        required={required}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        onInput={(event) => {
          onInput(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
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
