import { PositionInput } from '../places/PositionInput.tsx';
import { positionIn, type Values } from './values.ts';

interface PositionFieldProps {
  readonly label: string;
  readonly values: Values;
  readonly error?: string;
  readonly onChange: (name: string, value: Values[string]) => void;
}

/** Where it happened, in whichever of the usual ways a position comes. */
export function PositionField({ label, values, error, onChange }: PositionFieldProps) {
  const read = values['position.read'];
  return (
    <PositionInput
      label={label}
      value={positionIn(values)}
      written={typeof read === 'object' ? read.at(-1) : undefined}
      error={error}
      onChange={(position, written) => {
        onChange('position.read', [String(position?.lat ?? ''), String(position?.lon ?? ''), written]);
      }}
    />
  );
}
