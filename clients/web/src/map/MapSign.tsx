import type { KnownKind } from '../api/items.ts';

/** The sign of a kind of item: its shape says it, colour only helps. */
export function MapSign({ kind }: { readonly kind: KnownKind }) {
  return (
    <svg class={`map-sign map-sign-${kind}`} viewBox="0 0 24 24" aria-hidden="true">
      <path class="map-sign-shape" d={shapes[kind]} />
      <path class="map-sign-mark" d={inside[kind]} />
    </svg>
  );
}

const circle = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z';

const shapes: Readonly<Record<KnownKind, string>> = {
  incident: 'M12 1 23 12 12 23 1 12z',
  movement: 'M2 5h12l8 7-8 7H2z',
  site: 'M12 2 22 10v12H2V10z',
  advisory: 'M12 2 23 21H1z',
  'access-constraint': circle,
  message: circle,
};

const inside: Readonly<Record<KnownKind, string>> = {
  incident: 'M12 7v6m0 3v1',
  movement: 'M6 12h9m-4-3 4 3-4 3',
  site: 'M9 22v-7h6v7',
  advisory: 'M12 9v6m0 2v1',
  'access-constraint': 'M7 12h10',
  message: '',
};
