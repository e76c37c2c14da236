import { Button } from '../components/Button.tsx';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arTyped } from './arTyped.ts';
import { enTyped } from './enTyped.ts';
import type { Keeping } from './useTyped.ts';

const say = wordsOf(enTyped, arTyped);

interface KeptWordsProps {
  readonly keeping: Keeping;
  /** The present version. */
  readonly now: number;
}

/** That something typed earlier stands in the form, or that it may not be sent any more, and the way to be rid of it. */
export function KeptWords({ keeping: { typed, before, newer, drop }, now }: KeptWordsProps) {
  if (!newer && !before) return null;
  const standing = typed.tried ? 'tried' : 'kept';
  const outdated = typed.tried ? 'newerTried' : 'newer';
  return (
    <div class={newer || typed.tried ? 'warning' : 'note'} role="status">
      <p>{newer ? say(outdated, { n: now }) : say(standing)}</p>
      <p class="row">
        <Button kind="quiet" onClick={drop}>
          {say('drop')}
        </Button>
      </p>
    </div>
  );
}

/** What is lacking before it can be sent: a look at the newer version. */
export function lookFirst(now: number, newer: boolean): readonly string[] {
  return newer ? [say('look', { n: now })] : [];
}
