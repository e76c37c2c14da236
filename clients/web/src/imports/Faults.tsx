import { useSignal } from '@preact/signals';
import { Button } from '../components/Button.tsx';
import { t } from '../i18n/index.ts';
import type { Fault } from './notifications.ts';
import { wordsOfFault } from './said.ts';
import type { Said } from './sheet.ts';
import { say } from './words.ts';

const shownAtOnce = 50;

interface FaultsProps {
  readonly title: string;
  readonly faults: readonly Fault[];
  readonly grave?: boolean;
}

/** What is at fault, or to look at: where it stands and what to do, row by row. */
export function Faults({ title, faults, grave = false }: FaultsProps) {
  const shown = useSignal(shownAtOnce);
  if (faults.length === 0) return null;
  return (
    <section class={grave ? 'warning' : 'note'} aria-label={title}>
      <h3>{title}</h3>
      <ul class="bullets">
        {faults.slice(0, shown.value).map((fault) => (
          <li key={`${String(fault.line)} ${fault.column ?? ''} ${wordsOfFault(fault.say)}`}>
            {placeOf(fault)}: <Sentence said={fault.say} />
          </li>
        ))}
      </ul>
      {faults.length > shown.value && (
        <>
          <p>{say('report.more', { n: faults.length - shown.value })}</p>
          <Button kind="quiet" onClick={() => (shown.value += shownAtOnce)}>
            {t('incidents.more')}
          </Button>
        </>
      )}
    </section>
  );
}

/** The server has a remedy for each of hundreds of faults, in English: framed, and marked as such, for it to be read aloud and from left to right. */
function Sentence({ said }: { readonly said: Said }) {
  if (typeof said === 'string' || !('server' in said)) return <bdi>{wordsOfFault(said)}</bdi>;
  return (
    <>
      {say('report.server')}{' '}
      <bdi lang="en" dir="ltr">
        {said.server}
      </bdi>
    </>
  );
}

function placeOf({ line, id, column }: Fault): string {
  return [
    say('report.line', { line }),
    ...(id === undefined ? [] : [say('report.id', { id })]),
    ...(column === undefined ? [] : [say('report.column', { column })]),
  ].join(' · ');
}
