import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import * as channels from '../api/channels.ts';
import type { Member } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import { Failure } from '../components/Failure.tsx';
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
  const members = useSignal<Answer<readonly Member[]> | undefined>(undefined);
  const person = useSignal('');
  const removed = useSignal('');

  useEffect(() => {
    let older = false;
    void channels.members(group).then((answer) => {
      if (!older) members.value = answer;
    });
    return () => {
      older = true;
    };
  }, [group, store.groups.value, store.link.value]);

  async function end(): Promise<void> {
    const who = person.value;
    const answer = await command.send({ who }, () => convening.removeMember(group, who));
    if (answer.kind !== 'ok') return;
    removed.value = others.find(({ id }) => id === who)?.member.displayName ?? '';
    person.value = '';
    await loadGroups();
  }

  const all = members.value?.kind === 'ok' ? members.value.value : [];
  const others = all.flatMap((member) => {
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
      ready={others.some(({ id }) => id === person.value)}
      done={say('member.removed', { name: removed.value })}
      onSend={() => void end()}
    >
      <Failure answer={members.value} />
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
