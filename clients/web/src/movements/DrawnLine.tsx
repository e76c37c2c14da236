import { t } from '../i18n/index.ts';
import { PositionText } from '../places/PositionText.tsx';
import { lineOf } from './lineFile.ts';

/** A line in words: how many positions it has, and where it begins and ends. The map draws it. */
export function DrawnLine({ value }: { readonly value: unknown }) {
  const positions = lineOf(value)?.coordinates ?? [];
  const [first, last] = [positions[0], positions.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <span class="stack-tight">
      <bdi>{t('movement.line.positions', { n: positions.length })}</bdi>
      <PositionText lat={first[1]} lon={first[0]} />
      <PositionText lat={last[1]} lon={last[0]} />
    </span>
  );
}
