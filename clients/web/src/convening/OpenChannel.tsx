import { useSignal } from '@preact/signals';
import type { ChannelKind } from '../api/channels.ts';
import * as convening from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName, sideOf } from '../components/parties.ts';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { useCommand } from '../components/useCommand.ts';
import { t } from '../i18n/index.ts';
import { loadGroups } from '../state/session.ts';
import { Sending } from './Sending.tsx';
import { say } from './words.ts';

const kinds: readonly ChannelKind[] = ['plenary', 'caucus', 'desk', 'notice', 'notification'];

interface OpenChannelProps {
  readonly group: string;
  readonly organisations: readonly Organisation[];
}

export function OpenChannel({ group, organisations }: OpenChannelProps) {
  const command = useCommand();
  const name = useSignal('');
  const kind = useSignal<ChannelKind>('plenary');
  const admits = useSignal<readonly string[]>([]);
  const choices = choicesFor(kind.value, organisations);
  const chosen = admits.value.filter((each) => choices.includes(each));

  async function open(): Promise<void> {
    const channel = { name: name.value.trim(), kind: kind.value, admits: chosen };
    const answer = await command.send(channel, (key) => convening.openChannel(group, channel, key));
    if (answer.kind !== 'ok') return;
    name.value = '';
    admits.value = [];
    await loadGroups();
  }

  return (
    <Sending
      title={say('channel.title')}
      note={t(`channelKind.${kind.value}.about`)}
      command={command}
      send={say('channel.send')}
      ready={name.value.trim() !== '' && (!forSome(kind.value) || chosen.length > 0)}
      onSend={() => void open()}
    >
      <TextField
        label={say('channel.name')}
        value={name.value}
        required
        max={80}
        onInput={(value) => (name.value = value)}
      />
      <SelectField
        label={say('channel.kind')}
        value={kind.value}
        options={kinds.map((each) => ({ value: each, label: t(`channelKind.${each}`) }))}
        onChange={(value) => (kind.value = kinds.find((each) => each === value) ?? 'plenary')}
      />
      {kind.value === 'desk' && (
        <SelectField
          label={say('channel.admits')}
          value={chosen[0] ?? ''}
          none={say('choose')}
          options={choices.map((each) => ({ value: each, label: audienceName(each) }))}
          onChange={(value) => (admits.value = value === '' ? [] : [value])}
        />
      )}
      {kind.value === 'caucus' && (
        <fieldset>
          <legend class="legend">{say('channel.admits')}</legend>
          <div class="row">
            {choices
              .filter((each) => chosen.includes(each) || chosen.every((other) => goTogether(each, other)))
              .map((audience) => (
                <Checkbox
                  key={audience}
                  checked={chosen.includes(audience)}
                  onChange={(on) =>
                    (admits.value = on ? [...chosen, audience] : chosen.filter((each) => each !== audience))
                  }
                >
                  {audienceName(audience)}
                </Checkbox>
              ))}
          </div>
        </fieldset>
      )}
    </Sending>
  );
}

/** Whom a channel of this kind can be for, of those who are in this deployment; none where it is for everybody. */
function choicesFor(kind: ChannelKind, organisations: readonly Organisation[]): readonly string[] {
  if (!forSome(kind)) return [];
  const audiences = [...new Set(organisations.map(audienceOf))].sort();
  return kind === 'desk'
    ? audiences.filter(isForce)
    : ['humanitarian', ...audiences.filter((each) => each !== 'coordination')];
}

function forSome(kind: ChannelKind): boolean {
  return kind === 'caucus' || kind === 'desk';
}

function isForce(audience: string): boolean {
  return audience.startsWith('military:');
}

/** A caucus is of one side, and one of a force has nobody else in it. Twin: Admission of the channels service, which decides. */
function goTogether(one: string, other: string): boolean {
  return sideOf(one) === sideOf(other) && !isForce(one) && !isForce(other);
}

function audienceOf({ constituency, force }: Organisation): string {
  return force === undefined || force === null ? constituency : `${constituency}:${force}`;
}
