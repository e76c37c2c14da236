import { useEffect } from 'preact/hooks';
import { loadMgrs, mgrsOf } from './mgrs.ts';
import type { Position } from './readPosition.ts';

/** A position in decimal degrees and, beside it, as a grid reference: two readers rarely use the same. */
export function PositionText({ lat, lon }: Position) {
  useEffect(() => void loadMgrs(), []);
  const reference = mgrsOf({ lat, lon });
  return (
    <span class="position">
      <bdi dir="ltr" class="code">
        {String(lat)}, {String(lon)}
      </bdi>
      {reference !== undefined && (
        <bdi dir="ltr" class="code mgrs">
          {reference}
        </bdi>
      )}
    </span>
  );
}
