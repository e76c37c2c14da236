import { t } from '../i18n/index.ts';
import type { SideShape } from './parties.ts';

/** The shape of a side: circle, square, triangle, and the diamond of coordination. Shape says it; colour only helps. */
export function SideMark({ side }: { readonly side: SideShape }) {
  return (
    <svg class={`side-mark side-${side}`} viewBox="0 0 16 16" role="img" aria-label={t(`side.${side}`)}>
      <SidePath side={side} />
    </svg>
  );
}

function SidePath({ side }: { readonly side: SideShape }) {
  switch (side) {
    case 'humanitarian':
      return <circle cx="8" cy="8" r="6" />;
    case 'security':
      return <rect x="2.5" y="2.5" width="11" height="11" />;
    case 'political':
      return <path d="M8 2 14.5 14h-13z" />;
    case 'coordination':
      return <path d="M8 1 15 8 8 15 1 8z" />;
  }
}
