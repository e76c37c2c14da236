import { useSignal } from '@preact/signals';
import * as convening from '../api/convening.ts';
import type { Invitation } from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { SelectField } from '../components/SelectField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { dateTime } from '../i18n/dates.ts';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

const administrator = 'administrator';

export function InvitePerson({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const command = useCommand();
  const of = useSignal('');
  const made = useSignal<Invitation | undefined>(undefined);

  async function invite(): Promise<void> {
    const organisation = of.value === administrator ? undefined : of.value;
    made.value = undefined;
    const answer = await command.send({ organisation }, (key) => convening.invite(organisation, key));
    if (answer.kind === 'ok') made.value = answer.value;
  }

  return (
    <Sending
      title={say('invite.title')}
      command={command}
      send={say('invite.send')}
      ready={of.value !== ''}
      onSend={() => void invite()}
    >
      <SelectField
        label={say('member.organisation')}
        value={of.value}
        none={say('choose')}
        options={[
          ...organisations.map((each) => ({ value: each.id, label: each.name })),
          { value: administrator, label: say('invite.administrator') },
        ]}
        onChange={(value) => {
          of.value = value;
          made.value = undefined;
        }}
      />
      {made.value !== undefined && <Code invitation={made.value} />}
    </Sending>
  );
}

function Code({ invitation }: { readonly invitation: Invitation }) {
  return (
    <div class="note" role="status">
      <p>
        {say('invite.code')} <code dir="ltr">{invitation.code}</code>
      </p>
      <p>{say('invite.at', { until: dateTime(invitation.expiresAt) })}</p>
    </div>
  );
}
