import { useSignal } from '@preact/signals';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import { say } from './formWords.ts';
import type { Values } from '../incidents/values.ts';
import { ContactField } from './ContactField.tsx';

interface OnCallFieldProps {
  readonly name: 'alternateContact' | 'focalPoint';
  readonly values: Values;
  readonly error: (name: string) => string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** Somebody else who is on call, for the own side: asked for when there is somebody. */
export function OnCallField({ name, values, error, onChange }: OnCallFieldProps) {
  const given = ['name', 'phone', 'callSign'].some((part) => (values[`${name}.${part}`] ?? '') !== '');
  const open = useSignal(given);
  if (!open.value && !given) {
    return (
      <Button kind="quiet" onClick={() => (open.value = true)}>
        {say('add', { what: t(`field.${name}`) })}
      </Button>
    );
  }
  return (
    <ContactField
      name={name}
      legend={t(`field.${name}`)}
      hint={say(name)}
      values={values}
      error={error}
      onChange={onChange}
    />
  );
}
