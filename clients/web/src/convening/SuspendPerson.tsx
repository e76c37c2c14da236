import { useSignal } from '@preact/signals';
import * as convening from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { useCommand } from '../components/useCommand.ts';
import { PersonFields } from './PersonFields.tsx';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

export function SuspendPerson({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const command = useCommand();
  const person = useSignal('');

  async function suspend(): Promise<void> {
    const who = person.value;
    const answer = await command.send({ who }, (key) => convening.suspend(who, key));
    if (answer.kind === 'ok') person.value = '';
  }

  return (
    <Sending
      title={say('suspend.title')}
      note={say('suspend.at')}
      command={command}
      send={say('suspend.send')}
      danger
      ready={person.value !== ''}
      onSend={() => void suspend()}
    >
      <PersonFields organisations={organisations} person={person.value} onChange={(value) => (person.value = value)} />
    </Sending>
  );
}
