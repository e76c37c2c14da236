import type { ComponentChildren } from 'preact';
import type { Item } from '../api/items.ts';
import { textOf } from '../components/fieldReaders.ts';
import { TwoClocks } from '../components/TwoClocks.tsx';
import { codeLabel } from '../incidents/codes.ts';
import { t } from '../i18n/index.ts';
import { CheckInLines } from './CheckInLines.tsx';
import { nextDue } from './checkIns.ts';
import { DispatchLines } from './DispatchLines.tsx';
import { linesOf } from './dispatch.ts';
import { stageTimes } from './stageTimes.ts';
import { isOver } from './states.ts';
import { WindowCountdown } from './WindowCountdown.tsx';

/** Fields that the timeline says, so that no list of fields has to say them again. */
export const saidByTimeline = ['dispatch', 'checkIns', 'nextCheckInDue', 'overdueSince', 'notifiedAt', 'stateAt'];

/** How far a movement has come, from the notification to its end, as far as its reader may know. A time that is not known is not made up. */
export function Timeline({ item }: { readonly item: Item }) {
  const { fields } = item;
  const state = textOf(fields['state']);
  if (state === undefined) return null;
  const due = nextDue(fields);
  const heard = fields['checkIns'];
  const left =
    ['UNDERWAY', 'COMPLETED', 'ABORTED_EN_ROUTE'].includes(state) || (Array.isArray(heard) && heard.length > 0);
  const told = linesOf(fields['dispatch']);
  const times = stageTimes(item);
  return (
    <section class="stack-tight" aria-label={t('timeline.title')}>
      <h2>{t('timeline.title')}</h2>
      <WindowCountdown fields={fields} />
      <ol class="timeline">
        <Stage title={t('timeline.notified')} done at={times.notified} />
        {Array.isArray(fields['dispatch']) && (
          <Stage title={t('timeline.told')} done={told.length > 0}>
            {told.length > 0 ? <DispatchLines value={fields['dispatch']} /> : t('timeline.nobody')}
          </Stage>
        )}
        {state === 'POSTPONED' && <Stage title={t('timeline.postponed')} done at={times.state} />}
        {(left || !isOver(fields)) && <Stage title={t('timeline.underway')} done={left} at={times.left} />}
        {(heard !== undefined || due !== undefined) && (
          <Stage title={t('timeline.checkIns')} done={Array.isArray(heard) && heard.length > 0}>
            <CheckInLines value={heard} route={fields['route']} />
            {due !== undefined && (
              <p>
                {t('timeline.due')} <TwoClocks at={due} />
              </p>
            )}
          </Stage>
        )}
        {isOver(fields) ? (
          <Stage title={codeLabel('movement-state', state)} done at={times.state} />
        ) : (
          <Stage title={t('timeline.end')} done={false} />
        )}
      </ol>
    </section>
  );
}

interface StageProps {
  readonly title: string;
  readonly done: boolean;
  /** Since when; left out where it is not known. */
  readonly at?: string | undefined;
  readonly children?: ComponentChildren;
}

function Stage({ title, done, at, children }: StageProps) {
  return (
    <li class="timeline-stage" data-done={done}>
      <p class="row">
        <strong>{title}</strong>
        <span class={done ? 'good' : 'muted'}>{done ? t('timeline.done') : t('timeline.notYet')}</span>
      </p>
      {at !== undefined && <TwoClocks at={at} />}
      {children}
    </li>
  );
}
