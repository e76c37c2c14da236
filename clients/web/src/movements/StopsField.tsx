import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { numberIn } from '../i18n/numbers.ts';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { InstantField } from '../incidents/InstantField.tsx';
import { t } from '../i18n/index.ts';
import { PositionInput } from '../places/PositionInput.tsx';
import type { Position } from '../places/readPosition.ts';
import { emptyStop, type StopInput } from './form.ts';

interface StopsFieldProps {
  readonly stops: readonly StopInput[];
  /** Of the stop at a place in the list, from zero. */
  readonly error: (index: number) => string | undefined;
  readonly onChange: (stops: readonly StopInput[]) => void;
}

const fewest = 2;

/** The route, stop by stop in the order of travel. */
export function StopsField({ stops, error, onChange }: StopsFieldProps) {
  const with_ = (index: number, change: Partial<StopInput>) =>
    stops.map((stop, number) => (number === index ? { ...stop, ...change } : stop));
  return (
    <>
      <p class="hint">{t('movement.route.hint')}</p>
      <ol class="rows">
        {stops.map((stop, index) => (
          <li key={index}>
            <StopField
              stop={stop}
              number={index + 1}
              error={error(index)}
              onChange={(change) => {
                onChange(with_(index, change));
              }}
            />
            <div class="row">
              {stops.length > fewest && (
                <Button
                  kind="quiet"
                  onClick={() => {
                    onChange(stops.filter((_, number) => number !== index));
                  }}
                >
                  {t('movement.stop.remove', { n: index + 1 })}
                </Button>
              )}
              <Button
                kind="quiet"
                onClick={() => {
                  onChange([...stops.slice(0, index + 1), emptyStop, ...stops.slice(index + 1)]);
                }}
              >
                {t('movement.stop.add', { n: index + 1 })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

interface StopFieldProps {
  readonly stop: StopInput;
  readonly number: number;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<StopInput>) => void;
}

function StopField({ stop, number, error, onChange }: StopFieldProps) {
  return (
    <fieldset class="stack-tight">
      <legend class="legend">{t('movement.stop', { n: number })}</legend>
      <SelectField
        label={t('movement.stop.type')}
        value={stop.type}
        none={t('form.choose')}
        options={codesOf('waypoint-type').map((code) => ({ value: code.code, label: labelOf(code) }))}
        onChange={(type) => {
          onChange({ type });
        }}
      />
      <TextField
        label={t('movement.stop.name')}
        value={stop.name}
        max={120}
        onInput={(name) => {
          onChange({ name });
        }}
      />
      <PositionInput
        label={t('movement.stop.position')}
        value={positionIn(stop)}
        written={stop.written}
        error={error}
        required
        onChange={(position, written) => {
          onChange({ lat: String(position?.lat ?? ''), lon: String(position?.lon ?? ''), written });
        }}
      />
      <InstantField
        name="at"
        label={t('movement.stop.at')}
        values={{ 'at.date': stop.date, 'at.time': stop.time }}
        required={false}
        time={t('movement.time')}
        onChange={(name, value) => {
          onChange(name === 'at.date' ? { date: value } : { time: value });
        }}
      />
      {(stop.date !== '' || (stop.untilDate ?? '') !== '') && (
        <InstantField
          name="until"
          label={t('movement.stop.until')}
          values={{ 'until.date': stop.untilDate ?? '', 'until.time': stop.untilTime ?? '' }}
          required={false}
          time={t('movement.time')}
          onChange={(name, value) => {
            onChange(name === 'until.date' ? { untilDate: value } : { untilTime: value });
          }}
        />
      )}
    </fieldset>
  );
}

function positionIn(stop: StopInput): Position | undefined {
  const [lat, lon] = [numberIn(stop.lat), numberIn(stop.lon)];
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}
