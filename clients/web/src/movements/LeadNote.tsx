import { audienceName } from '../components/parties.ts';
import { durationWords } from '../i18n/durations.ts';
import { useNow } from '../state/useNow.ts';
import { say } from './formWords.ts';
import type { LeadRule } from './leadTime.ts';

interface LeadNoteProps {
  /** When the window begins. */
  readonly instant: string;
  /** Left out while it is not known. */
  readonly rule: LeadRule | undefined;
}

const hour = 3_600_000;

/** How long it is until then, beside what is asked for. Late is allowed, and said before anybody is told. */
export function LeadNote({ instant, rule }: LeadNoteProps) {
  const left = Date.parse(instant) - useNow();
  return (
    <>
      {left < 0 ? say('lead.past') : say('lead.before', { time: durationWords(left) })}
      {rule !== undefined && (
        <>
          {' '}
          {asked(rule)}{' '}
          {left < rule.hours * hour ? <strong class="late">{say('lead.late')}</strong> : say('lead.inTime')}
        </>
      )}
    </>
  );
}

function asked({ hours, audience }: LeadRule): string {
  const time = durationWords(hours * hour);
  return audience === undefined
    ? say('lead.rule', { time })
    : say('lead.ruleOf', { time, audience: audienceName(audience) });
}
