import { audienceName, sideOf } from './parties.ts';
import { SideMark } from './SideMark.tsx';

export function AudienceChip({ audience, label }: { readonly audience: string; readonly label?: string }) {
  return (
    <span class="audience">
      <SideMark side={sideOf(audience)} />
      <span>{audienceName(audience, label)}</span>
    </span>
  );
}
