import { useSignal } from '@preact/signals';
import type { Group, Posture } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import { TextArea } from '../components/TextArea.tsx';
import { useCommand } from '../components/useCommand.ts';
import { loadGroups } from '../state/session.ts';
import { PostureField } from './PostureField.tsx';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

export function ChangePosture({ group }: { readonly group: Group }) {
  const command = useCommand();
  const chosen = useSignal<Posture | undefined>(undefined);
  const reason = useSignal('');
  const posture = chosen.value ?? group.posture;
  const why = reason.value.trim();

  async function change(): Promise<void> {
    const answer = await command.send({ posture, why }, (key) => convening.changePosture(group.id, posture, why, key));
    if (answer.kind !== 'ok') return;
    reason.value = '';
    chosen.value = undefined;
    await loadGroups();
  }

  return (
    <Sending
      title={say('posture.title')}
      note={say('posture.at')}
      command={command}
      send={say('posture.send')}
      ready={posture !== group.posture && why !== ''}
      onSend={() => void change()}
    >
      <PostureField value={posture} onChange={(value) => (chosen.value = value)} />
      <TextArea
        label={say('posture.reason')}
        value={reason.value}
        required
        max={1000}
        onInput={(value) => (reason.value = value)}
      />
    </Sending>
  );
}
