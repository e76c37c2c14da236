import { useSignal } from '@preact/signals';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { audienceName, isOwnSide } from '../components/parties.ts';
import { listOf } from '../i18n/dates.ts';
import { ownAudience } from '../state/store.ts';
import { Faults } from './Faults.tsx';
import type { SheetKind } from './sheet.ts';
import { say } from './words.ts';
import type { LookedOver, Sent } from './work.ts';

/** How far it is; the page is not to be left. */
export function Progress({
  words,
  done,
  of,
  kept,
}: {
  readonly words: string;
  readonly done: number;
  readonly of: number;
  readonly kept: boolean;
}) {
  return (
    <div class="stack-tight">
      <p role="status">{words}</p>
      <progress aria-label={words} max={Math.max(1, of)} value={done} />
      <p class="muted">{kept ? say('stay.kept') : say('stay')}</p>
    </div>
  );
}

interface LookedProps {
  readonly kind: SheetKind;
  readonly found: LookedOver;
  /** How many notifications are at fault. */
  readonly bad: number;
  /** Whether a row belongs to nobody known. */
  readonly spoilt: boolean;
  readonly onSend: () => void;
}

/** What the server said of every row, whom it reaches, and the button that notifies. While one is at fault nothing goes, unless the person says so. */
export function Looked({ kind, found, bad, spoilt, onSend }: LookedProps) {
  const partly = useSignal(false);
  const there = found.good.filter(({ isThere }) => isThere).length;
  const n = found.good.length - there;
  const holds = spoilt || (bad > 0 && !partly.value);
  return (
    <section class="stack">
      <p role="status">{say('report.looked', { good: n, there, bad })}</p>
      <Faults title={say('report.faults')} faults={found.faults} grave />
      <Faults title={say('report.notes')} faults={found.notes} />
      {n === 0 && there > 0 && <p class="note">{say('nothing')}</p>}
      {n > 0 && <Reach found={found} />}
      {spoilt && <p class="warning">{say('report.spoilt')}</p>}
      {!spoilt && bad > 0 && n > 0 && (
        <>
          <p>{say('report.mend')}</p>
          <Checkbox checked={partly.value} onChange={(on) => (partly.value = on)}>
            {say('partly')}
          </Checkbox>
        </>
      )}
      {n > 0 && (
        <div class="send">
          <Button kind="primary" disabled={holds} onClick={onSend}>
            {say(`send.${kind}s`, { n })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Beyond the own side: who is told at once, and about whom a coordinator looks first. */
function Reach({ found }: { readonly found: LookedOver }) {
  const beyond = found.views.filter(({ audience }) => !isOwnSide(audience, ownAudience.value));
  const named = (outcome: string) => [
    ...new Set(
      beyond.filter((view) => view.outcome === outcome).map(({ audience, label }) => audienceName(audience, label)),
    ),
  ];
  const [told, review] = [named('shown'), named('review')];
  return (
    <>
      {told.length > 0 && <p>{say('reach.told', { audiences: listOf(told) })}</p>}
      {review.length > 0 && <p>{say('reach.review', { audiences: listOf(review) })}</p>}
    </>
  );
}

/** Which rows were taken, which were there and which were not taken, each with what to do. */
export function Outcome({
  found,
  sent,
  bad,
}: {
  readonly found: LookedOver;
  readonly sent: Sent;
  readonly bad: number;
}) {
  const taken = [...sent.added, ...sent.existing].map(({ row }) => row.id ?? '');
  return (
    <section class="stack received">
      <p role="status">
        {say('report.sent', {
          added: sent.added.length,
          existing: sent.existing.length,
          bad: bad + new Set(sent.faults.map(({ id }) => id)).size,
        })}
      </p>
      <Faults title={say('report.faults')} faults={[...found.faults, ...sent.faults]} grave />
      <Faults title={say('report.notes')} faults={sent.notes} />
      {taken.length > 0 && (
        <details>
          <summary>{say('report.taken')}</summary>
          <p>
            <bdi>{listOf(taken)}</bdi>
          </p>
        </details>
      )}
    </section>
  );
}
