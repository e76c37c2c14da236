import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { onDemand } from '../components/onDemand.tsx';
import { Button } from '../components/Button.tsx';
import { bytesOf } from '../i18n/sizes.ts';
import { t } from '../i18n/index.ts';
import { store } from '../state/store.ts';
import type * as parts from './parts.ts';

const { Show } = onDemand(() => import('./parts.ts'));

/** What comes over the network for the first map, at most: kept by the size check, and said before anybody pays for it. */
const size = 70_000;

/** Opens a map; over a slow link only when asked. */
export function MapDoor({ children }: { readonly children: (map: typeof parts) => ComponentChildren }) {
  const wanted = useSignal(!store.slow.value);
  if (wanted.value) return <Show>{children}</Show>;
  return <Button onClick={() => (wanted.value = true)}>{t('map.load', { size: bytesOf(size) })}</Button>;
}
