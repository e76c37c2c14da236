import { useSignal } from '@preact/signals';
import * as convening from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { useCommand } from '../components/useCommand.ts';
import { PersonFields, type Chosen } from './PersonFields.tsx';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

export function SuspendPerson({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const command = useCommand();
  const person = useSignal<Chosen | undefined>(undefined);
  const suspended = useSignal<Chosen | undefined>(undefined);

  async function suspend(): Promise<void> {
    const who = person.value;
    if (who === undefined) return;
    const answer = await command.send({ who: who.id }, (key) => convening.suspend(who.id, key));
    if (answer.kind === 'ok') suspended.value = who;
  }

  return (
    <Sending
      title={say('suspend.title')}
      note={say('suspend.at')}
      command={command}
      send={say('suspend.send')}
      danger
      ready={person.value !== undefined}
      done={say('suspend.done', { name: suspended.value?.name ?? '' })}
      onSend={() => void suspend()}
    >
      <PersonFields
        key={suspended.value?.id}
        administrators
        organisations={organisations}
        person={person.value}
        onChange={(value) => (person.value = value)}
      />
    </Sending>
  );
}
