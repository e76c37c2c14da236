import { onDemand } from '../components/onDemand.tsx';
import { sideOf } from '../components/parties.ts';
import { ownAudience } from '../state/store.ts';
import type { OverlapsProps } from './OverlapList.tsx';

const { Show } = onDemand(() => import('./overlapParts.ts'));

/** What comes into a concern, fetched for those who may ask. */
export function Overlaps(props: OverlapsProps) {
  return <Show>{({ OverlapList }) => <OverlapList {...props} />}</Show>;
}

/** How many that are. INVARIANT: for a force alone, and nothing of it is fetched for anybody else. */
export function OverlapSign() {
  if (sideOf(ownAudience.value) !== 'security') return null;
  return <Show quiet>{({ OverlapCount }) => <OverlapCount />}</Show>;
}
