import { InstantField } from '../incidents/InstantField.tsx';
import type { Values } from '../incidents/values.ts';
import { utc } from '../i18n/dates.ts';
import { maybe, t } from '../i18n/index.ts';
import { instantIn } from './form.ts';
import type { LeadRule } from './leadTime.ts';
import { LeadNote } from './LeadNote.tsx';

interface WindowFieldProps {
  readonly name: 'windowStart' | 'windowEnd';
  readonly values: Values;
  readonly error: string | undefined;
  /** How early it is asked for; left out while that is not known. */
  readonly rule?: LeadRule | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** One end of the window in the time of this device, and what that is in UTC. */
export function WindowField({ name, values, error, rule, onChange }: WindowFieldProps) {
  const instant = instantIn(values, name);
  return (
    <div class="stack-tight">
      <InstantField
        name={name}
        label={maybe(`field.${name}`, name)}
        values={values}
        required
        time={t('movement.time')}
        {...(error === undefined ? {} : { error })}
        onChange={onChange}
      />
      {instant !== undefined && (
        <p class="hint" role="status">
          <bdi>{utc(instant)}</bdi> {name === 'windowStart' && <LeadNote instant={instant} rule={rule} />}
        </p>
      )}
    </div>
  );
}
