import { InstantField } from '../incidents/InstantField.tsx';
import type { Values } from '../incidents/values.ts';
import { utc } from '../i18n/dates.ts';
import { durationWords } from '../i18n/durations.ts';
import { maybe, t } from '../i18n/index.ts';
import { useNow } from '../state/useNow.ts';
import { instantIn } from './form.ts';

interface WindowFieldProps {
  readonly name: 'windowStart' | 'windowEnd';
  readonly values: Values;
  readonly error: string | undefined;
  readonly onChange: (name: string, value: string) => void;
}

/** One end of the window in the time of this device, and what that is in UTC. */
export function WindowField({ name, values, error, onChange }: WindowFieldProps) {
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
          <bdi>{utc(instant)}</bdi> {name === 'windowStart' && <Before instant={instant} />}
        </p>
      )}
    </div>
  );
}

/** How long it is until then. Which lead time is agreed, the server knows; it says so when the notification comes late. */
function Before({ instant }: { readonly instant: string }) {
  const left = Date.parse(instant) - useNow();
  return <>{left < 0 ? t('lead.past') : t('lead.before', { time: durationWords(left) })}</>;
}
