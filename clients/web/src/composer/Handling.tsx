import { sensitivities, type Sensitivity } from '../api/items.ts';
import { SelectField } from '../components/SelectField.tsx';
import { t } from '../i18n/index.ts';

interface HandlingProps {
  readonly sensitivity: Sensitivity;
  readonly onChange: (sensitivity: Sensitivity) => void;
}

/** How sensitive it is, in the author's judgement. */
export function Handling({ sensitivity, onChange }: HandlingProps) {
  return (
    <SelectField
      label={t('composer.sensitivity')}
      value={sensitivity}
      options={sensitivities.map((level) => ({ value: level, label: t(`sensitivity.${level}`) }))}
      onChange={(value) => {
        const level = sensitivities.find((each) => each === value);
        if (level !== undefined) onChange(level);
      }}
    />
  );
}
