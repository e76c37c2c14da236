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

interface Made {
  /** Id of the organisation, or `administrator`. */
  readonly whose: string;
  readonly invitation: Invitation;
}

export function InvitePerson({ organisations }: { readonly organisations: readonly Organisation[] }) {
  const command = useCommand();
  const of = useSignal('');
  const made = useSignal<Made | undefined>(undefined);

  async function invite(): Promise<void> {
    const whose = of.value;
    const organisation = whose === administrator ? undefined : whose;
    made.value = undefined;
    const answer = await command.send({ organisation }, (key) => convening.invite(organisation, key));
    if (answer.kind === 'ok') made.value = { whose, invitation: answer.value };
  }

  const options = [
    ...organisations.map((each) => ({ value: each.id, label: each.name })),
    { value: administrator, label: say('invite.administrator') },
  ];
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
        options={options}
        onChange={(value) => (of.value = value)}
      />
      {made.value?.whose === of.value && (
        <Code invitation={made.value.invitation} to={options.find(({ value }) => value === of.value)?.label ?? ''} />
      )}
    </Sending>
  );
}

/** INVARIANT: a code stands only under whom it was made for, and says so: who has it reads what they read. */
function Code({ invitation, to }: { readonly invitation: Invitation; readonly to: string }) {
  return (
    <div class="note" role="status">
      <p>
        <bdi>{to}</bdi>
      </p>
      <p>
        {say('invite.code')} <code dir="ltr">{invitation.code}</code>
      </p>
      <p>{say('invite.at', { until: dateTime(invitation.expiresAt) })}</p>
    </div>
  );
}
