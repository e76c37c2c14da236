import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import * as convening from '../api/convening.ts';
import type { Listed } from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { Failure } from '../components/Failure.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { store } from '../state/store.ts';
import { say } from './words.ts';

interface PersonFieldsProps {
  readonly organisations: readonly Organisation[];
  /** Whether administrators can be meant, who belong to no organisation. */
  readonly administrators?: boolean;
  readonly person: Chosen | undefined;
  readonly onChange: (person: Chosen | undefined) => void;
}

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

const nobodys = 'administrators';

/** A person by way of their organisation: names alone are not told apart. */
export function PersonFields({ organisations, administrators = false, person, onChange }: PersonFieldsProps) {
  const organisation = useSignal('');
  const found = useSignal<Answer<{ readonly people: readonly Listed[] }> | undefined>(undefined);

  useEffect(() => {
    found.value = undefined;
    onChange(undefined);
    const asked = organisation.value;
    if (asked === '') return;
    void convening.people(asked === nobodys ? undefined : asked).then((answer) => {
      if (asked === organisation.value) found.value = answer;
    });
  }, [organisation.value, store.link.value]); // what broke off with the link is asked for when it is back

  const people = found.value?.kind === 'ok' ? found.value.value.people : [];
  return (
    <>
      <SelectField
        label={say('member.organisation')}
        value={organisation.value}
        none={say('choose')}
        options={[
          ...organisations.map((each) => ({ value: each.id, label: each.name })),
          ...(administrators ? [{ value: nobodys, label: say('suspend.administrators') }] : []),
        ]}
        onChange={(value) => (organisation.value = value)}
      />
      <Failure answer={found.value} />
      {found.value?.kind === 'ok' && people.length === 0 && <p class="empty">{say('member.nobody')}</p>}
      {people.length > 0 && (
        <SelectField
          label={say('member.person')}
          value={person?.id ?? ''}
          none={say('choose')}
          options={people.map((each) => ({
            value: each.id,
            label: each.suspended ? say('suspend.already', { name: each.displayName }) : each.displayName,
          }))}
          onChange={(id) => {
            const chosen = people.find((each) => each.id === id);
            onChange(chosen && { id, name: chosen.displayName });
          }}
        />
      )}
    </>
  );
}
