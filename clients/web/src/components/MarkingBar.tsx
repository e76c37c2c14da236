import type { Marking } from '../api/items.ts';
import { maybe, t } from '../i18n/index.ts';
import { Sensitivity } from './Sensitivity.tsx';

interface MarkingBarProps {
  readonly marking: Marking;
  readonly exercise: boolean;
}

/** How an item must be handled, in words. */
export function MarkingBar({ marking, exercise }: MarkingBarProps) {
  const caveats = marking.caveats.filter((caveat) => caveat !== 'exercise');
  return (
    <p class="marking">
      {exercise && <span class="marking-exercise">{t('marking.exercise')}</span>}
      <Sensitivity level={marking.sensitivity} />
      {caveats.map((caveat) => (
        <span key={caveat} class="caveat">
          {maybe(`caveat.${caveat}`, caveat)}
        </span>
      ))}
    </p>
  );
}
