import type { Channel } from '../api/channels.ts';
import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName } from '../components/parties.ts';
import { t } from '../i18n/index.ts';
import type { SheetKind } from './sheet.ts';
import { say } from './words.ts';

interface ConsentFieldProps {
  readonly kind: SheetKind;
  readonly channel: Channel;
  /** Audiences that rows name. */
  readonly named: readonly string[];
  readonly consents: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (consents: readonly string[]) => void;
}

/** A consent for each force that the table names, given by a person. Nobody is chosen beforehand, and there is no choice of all. */
export function ConsentField({ kind, channel, named, consents, disabled, onChange }: ConsentFieldProps) {
  if (named.length === 0) return <p class="note">{say('consent.none')}</p>;
  return (
    <fieldset class="stack-tight" disabled={disabled}>
      <legend class="legend">{say('consent.title')}</legend>
      <p class="hint">{say('consent.what')}</p>
      {named.map((audience) =>
        channel.forces?.includes(audience) === true ? (
          <Checkbox
            key={audience}
            checked={consents.includes(audience)}
            onChange={(on) => {
              const others = consents.filter((each) => each !== audience);
              onChange(on ? [...others, audience] : others);
            }}
          >
            {t(`${kind}.named.consent`, { audience: audienceName(audience) })}
          </Checkbox>
        ) : (
          <p key={audience} class="warning">
            {say('consent.unknown', { audience: audienceName(audience) })}
          </p>
        ),
      )}
    </fieldset>
  );
}
