import { useSignal } from '@preact/signals';
import * as convening from '../api/convening.ts';
import type { Constituency } from '../api/identity.ts';
import { audienceName } from '../components/parties.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

const types: readonly Constituency[] = [
  'un-humanitarian',
  'ingo',
  'nngo',
  'rcrc',
  'development',
  'donor',
  'host-authority',
  'political',
  'police',
  'military',
  'coordination',
  'observer',
];

export function AddOrganisation({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const command = useCommand();
  const name = useSignal('');
  const short = useSignal('');
  const type = useSignal<Constituency | undefined>(undefined);
  const force = useSignal('');
  const military = type.value === 'military';

  async function add(): Promise<void> {
    if (type.value === undefined) return;
    const organisation = {
      name: name.value.trim(),
      constituency: type.value,
      ...(short.value.trim() === '' ? {} : { abbreviation: short.value.trim() }),
      ...(military ? { force: force.value.trim() } : {}),
    };
    const answer = await command.send(organisation, (key) => convening.addOrganisation(organisation, key));
    if (answer.kind !== 'ok') return;
    [name.value, short.value, force.value] = ['', '', ''];
    type.value = undefined;
    await onAdded();
  }

  return (
    <Sending
      title={say('organisation.add')}
      note={say('organisation.at')}
      command={command}
      send={say('organisation.send')}
      ready={name.value.trim() !== '' && type.value !== undefined && (!military || force.value.trim() !== '')}
      onSend={() => void add()}
    >
      <TextField
        label={say('organisation.name')}
        value={name.value}
        required
        max={120}
        onInput={(value) => (name.value = value)}
      />
      <TextField
        label={say('organisation.short')}
        value={short.value}
        max={20}
        onInput={(value) => (short.value = value)}
      />
      <SelectField
        label={say('organisation.type')}
        value={type.value ?? ''}
        none={say('choose')}
        options={types.map((each) => ({ value: each, label: audienceName(each) }))}
        onChange={(value) => (type.value = types.find((each) => each === value))}
      />
      {military && (
        <TextField
          label={say('organisation.force')}
          value={force.value}
          required
          dir="ltr"
          max={40}
          onInput={(value) => (force.value = value)}
        />
      )}
    </Sending>
  );
}
