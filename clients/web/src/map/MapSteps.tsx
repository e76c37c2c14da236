import type { ComponentChildren, RefObject } from 'preact';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import type { LeafletMap } from './leaflet.ts';

interface MapStepsProps {
  readonly map: RefObject<LeafletMap | undefined>;
  readonly onEverything?: () => void;
  readonly children?: ComponentChildren;
}

/** The ways to move a map without dragging it. */
export function MapSteps({ map, onEverything, children }: MapStepsProps) {
  return (
    <div class="row map-steps">
      <Button onClick={() => map.current?.zoomIn()}>{t('map.nearer')}</Button>
      <Button onClick={() => map.current?.zoomOut()}>{t('map.farther')}</Button>
      {onEverything && <Button onClick={onEverything}>{t('map.everything')}</Button>}
      {children}
    </div>
  );
}
