import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import * as channels from '../api/channels.ts';
import type { Member } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import { partyOf } from '../components/fieldReaders.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { loadGroups } from '../state/session.ts';
import { me, store } from '../state/store.ts';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

/** INVARIANT: whoever is chosen is chosen by id: two people may have one name. */
export function RemoveMember({ group }: { readonly group: string }) {
  const command = useCommand();
  const members = useSignal<readonly Member[]>([]);
  const person = useSignal('');

  useEffect(() => {
    void channels.members(group).then((answer) => {
      if (answer.kind === 'ok') members.value = answer.value;
    });
  }, [group, store.groups.value]);

  async function end(): Promise<void> {
    const who = person.value;
    const answer = await command.send({ who }, () => convening.removeMember(group, who));
    if (answer.kind !== 'ok') return;
    person.value = '';
    await loadGroups();
  }

  const others = members.value.flatMap((member) => {
    const id = typeof member.person === 'string' ? member.person : member.person?.id;
    return id === undefined || id === me.value?.person.id ? [] : [{ id, member }];
  });
  return (
    <Sending
      title={say('member.remove')}
      note={say('member.removeAt')}
      command={command}
      send={say('member.end')}
      danger
      ready={person.value !== ''}
      onSend={() => void end()}
    >
      <SelectField
        label={say('member.who')}
        value={person.value}
        none={say('choose')}
        options={others.map(({ id, member }) => ({
          value: id,
          label: `${member.displayName} (${partyOf(member.organisation)?.name ?? ''})`,
        }))}
        onChange={(value) => (person.value = value)}
      />
    </Sending>
  );
}
