import { Button } from '../components/Button.tsx';
import { wordsOf } from '../i18n/wordsOf.ts';
import { arTyped } from './arTyped.ts';
import { enTyped } from './enTyped.ts';

const say = wordsOf(enTyped, arTyped);

interface KeptWordsProps {
  /** The present version. */
  readonly now: number;
  readonly newer: boolean;
  readonly before: boolean;
  readonly onDrop: () => void;
}

/** That something typed earlier stands in the form, or that it may not be sent any more, and the way to be rid of it. */
export function KeptWords({ now, newer, before, onDrop }: KeptWordsProps) {
  if (!newer && !before) return null;
  return (
    <div class={newer ? 'warning' : 'note'} role="status">
      <p>{newer ? say('newer', { n: now }) : say('kept')}</p>
      <p class="row">
        <Button kind="quiet" onClick={onDrop}>
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
