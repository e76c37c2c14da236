import type { Posture } from '../api/channels.ts';
import { Radios } from '../components/Radios.tsx';
import { t } from '../i18n/index.ts';
import { say } from './words.ts';

export const postures: readonly Posture[] = ['cooperation', 'coexistence', 'distance'];

export function PostureField({
  value,
  onChange,
}: {
  readonly value: Posture;
  readonly onChange: (value: Posture) => void;
}) {
  return (
    <Radios
      legend={say('posture.which')}
      value={value}
      options={postures.map((each) => ({ value: each, label: t(`posture.${each}`) }))}
      onChange={onChange}
    />
  );
}
