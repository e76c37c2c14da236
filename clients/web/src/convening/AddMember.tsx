import { useSignal } from '@preact/signals';
import * as convening from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { useCommand } from '../components/useCommand.ts';
import { loadGroups } from '../state/session.ts';
import { PersonFields, type Chosen } from './PersonFields.tsx';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

interface AddMemberProps {
  readonly group: string;
  readonly organisations: readonly Organisation[];
}

export function AddMember({ group, organisations }: AddMemberProps) {
  const command = useCommand();
  const person = useSignal<Chosen | undefined>(undefined);
  const added = useSignal('');

  async function add(): Promise<void> {
    const who = person.value;
    if (who === undefined) return;
    const answer = await command.send({ who: who.id }, (key) => convening.addMember(group, who.id, key));
    if (answer.kind !== 'ok') return;
    added.value = who.name;
    person.value = undefined;
    await loadGroups();
  }

  return (
    <Sending
      title={say('member.add')}
      note={say('member.at')}
      command={command}
      send={say('member.send')}
      ready={person.value !== undefined}
      done={say('member.added', { name: added.value })}
      onSend={() => void add()}
    >
      <PersonFields organisations={organisations} person={person.value} onChange={(value) => (person.value = value)} />
    </Sending>
  );
}
