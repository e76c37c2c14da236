import { Button } from '../components/Button.tsx';
import { SelectField } from '../components/SelectField.tsx';
import { TextField } from '../components/TextField.tsx';
import { codesOf, labelOf } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { emptyVehicle, type VehicleInput } from './form.ts';

interface VehiclesFieldProps {
  readonly vehicles: readonly VehicleInput[];
  /** Of the vehicle at a place in the list, from zero. */
  readonly error: (index: number) => string | undefined;
  readonly onChange: (vehicles: readonly VehicleInput[]) => void;
}

const seen = ['plate', 'colour', 'marking'] as const;

/** The vehicles, each by what one sees of it. */
export function VehiclesField({ vehicles, error, onChange }: VehiclesFieldProps) {
  const change = (index: number, part: Partial<VehicleInput>) => {
    onChange(vehicles.map((vehicle, number) => (number === index ? { ...vehicle, ...part } : vehicle)));
  };
  return (
    <>
      <p class="hint">{t('movement.vehicles.hint')}</p>
      <ol class="rows">
        {vehicles.map((vehicle, index) => {
          const found = error(index);
          return (
            <li key={index}>
              <fieldset class="stack-tight">
                <legend class="legend">{t('movement.vehicle', { n: index + 1 })}</legend>
                <SelectField
                  label={t('movement.vehicle.type')}
                  value={vehicle.type}
                  none={t('form.choose')}
                  options={codesOf('vehicle-type').map((code) => ({ value: code.code, label: labelOf(code) }))}
                  {...(found === undefined ? {} : { error: found })}
                  onChange={(type) => {
                    change(index, { type });
                  }}
                />
                {seen.map((name) => (
                  <TextField
                    key={name}
                    label={t(`movement.vehicle.${name}`)}
                    value={vehicle[name]}
                    max={120}
                    onInput={(value) => {
                      change(index, { [name]: value });
                    }}
                  />
                ))}
              </fieldset>
              <Button
                kind="quiet"
                onClick={() => {
                  onChange(vehicles.filter((_, number) => number !== index));
                }}
              >
                {t('movement.vehicle.remove', { n: index + 1 })}
              </Button>
            </li>
          );
        })}
      </ol>
      <Button
        onClick={() => {
          onChange([
            ...vehicles,
            vehicles.at(-1) === undefined ? emptyVehicle : { ...emptyVehicle, type: vehicles.at(-1)?.type ?? '' },
          ]);
        }}
      >
        {t('movement.vehicle.add')}
      </Button>
    </>
  );
}
