import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Ground, GroundFault } from './ground.ts';
import { loadGround } from './loadGround.ts';

/** The ground, once it is known whether there is one. */
export function useGround(): Ground | GroundFault | undefined {
  const ground = useSignal<Ground | GroundFault | undefined>(undefined);
  useEffect(() => void loadGround().then((found) => (ground.value = found)), []);
  return ground.value;
}
