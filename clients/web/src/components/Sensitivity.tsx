import { sensitivities, type Sensitivity as Level } from '../api/items.ts';
import { t } from '../i18n/index.ts';

/** Sensitivity as one to four filled squares and a word. Red is kept for danger. */
export function Sensitivity({ level }: { readonly level: Level }) {
  const rank = sensitivities.indexOf(level) + 1;
  return (
    <span class={`sensitivity sensitivity-${level}`}>
      <svg viewBox="0 0 38 8" aria-hidden="true">
        {[1, 2, 3, 4].map((square) => (
          <rect
            key={square}
            x={(square - 1) * 10 + 0.5}
            y="0.5"
            width="7"
            height="7"
            class={square <= rank ? 'filled' : 'hollow'}
          />
        ))}
      </svg>
      {t(`sensitivity.${level}`)}
    </span>
  );
}
