import { useSignal } from '@preact/signals';
import type { Posture } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import type { Terms } from '../api/convening.ts';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { go, route } from '../state/route.ts';
import { loadGroups } from '../state/session.ts';
import { PostureField } from './PostureField.tsx';
import { Sending } from './Sending.tsx';
import { areWritten, TermsFields } from './TermsFields.tsx';
import { say } from './words.ts';

const none: Terms = { purpose: '', assumptions: '' };

export function OpenGroup() {
  const command = useCommand();
  const name = useSignal('');
  const terms = useSignal(none);
  const posture = useSignal<Posture>('coexistence');
  const called = name.value.trim();

  async function open(): Promise<void> {
    const [words, form] = [terms.value, posture.value];
    const answer = await command.send({ called, words, form }, (key) => convening.openGroup(called, words, form, key));
    if (answer.kind !== 'ok') return;
    await loadGroups();
    if (route.value.name === 'groups') go({ name: 'group', group: answer.value.id });
  }

  return (
    <Sending
      title={say('group.title')}
      note={say('group.at')}
      command={command}
      send={say('group.send')}
      ready={called !== '' && areWritten(terms.value)}
      onSend={() => void open()}
    >
      <TextField
        label={say('group.name')}
        value={name.value}
        required
        max={120}
        onInput={(value) => (name.value = value)}
      />
      <TermsFields value={terms.value} onChange={(value) => (terms.value = value)} />
      <PostureField value={posture.value} onChange={(value) => (posture.value = value)} />
    </Sending>
  );
}
