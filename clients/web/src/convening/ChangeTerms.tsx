import { useSignal } from '@preact/signals';
import type { Group } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import type { Terms } from '../api/convening.ts';
import { useCommand } from '../components/useCommand.ts';
import { loadGroups } from '../state/session.ts';
import { Sending } from './Sending.tsx';
import { areWritten, TermsFields } from './TermsFields.tsx';
import { say } from './words.ts';

export function ChangeTerms({ group }: { readonly group: Group }) {
  const command = useCommand();
  const typed = useSignal<Terms | undefined>(undefined);
  const terms = typed.value ?? { purpose: group.purpose, assumptions: group.assumptions };
  const differ = terms.purpose !== group.purpose || terms.assumptions !== group.assumptions;

  async function publish(): Promise<void> {
    const answer = await command.send(terms, (key) => convening.changeTerms(group.id, terms, key));
    if (answer.kind !== 'ok') return;
    await loadGroups();
    typed.value = undefined;
  }

  return (
    <Sending
      title={say('terms.title')}
      note={say('terms.at')}
      command={command}
      send={say('terms.send')}
      ready={differ && areWritten(terms)}
      onSend={() => void publish()}
    >
      <TermsFields value={terms} onChange={(value) => (typed.value = value)} />
    </Sending>
  );
}
