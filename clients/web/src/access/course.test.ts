import { describe, expect, it } from 'vitest';
import { byGravity, courseOf, isFollowUpDue } from './course.ts';

describe('the course of a constraint', () => {
  const changed = (severityBefore: string, severity: string) => ({
    severityBefore,
    severity,
    severitySince: '2026-11-03T08:00:00Z',
  });

  it('eases when the last change was to a lower severity', () => {
    expect(courseOf(changed('4', '3'))).toEqual({
      direction: 'eases',
      from: '4',
      to: '3',
      since: '2026-11-03T08:00:00Z',
    });
  });

  it('worsens when it was to a higher one', () => {
    expect(courseOf(changed('2', '4'))?.direction).toBe('worsens');
  });

  it('is not told while there was no change, or by somebody who is not shown it', () => {
    expect(courseOf({ severity: '2' })).toBeUndefined();
    expect(courseOf({ severityBefore: '2', severitySince: '2026-11-03T08:00:00Z' })).toBeUndefined();
  });
});

const now = Date.parse('2026-11-10T00:00:00Z');

describe('the follow-up of a constraint', () => {
  const by = (followUpBy: string, state = 'UNDER_FOLLOW_UP') => ({ followUpBy, state });

  it('is due when its day has passed, and not before, and not once it is settled', () => {
    expect(isFollowUpDue(by('2026-11-09T00:00:00Z'), now)).toBe(true);
    expect(isFollowUpDue(by('2026-11-09T23:00:00Z'), now)).toBe(true);
    expect(isFollowUpDue(by('2026-11-10T00:00:00Z'), now)).toBe(false);
    expect(isFollowUpDue(by('2026-11-09T00:00:00Z', 'RESOLVED'), now)).toBe(false);
    expect(isFollowUpDue({}, now)).toBe(false);
  });

  it('comes first in a list, then the gravest; what is settled comes last', () => {
    const [due, grave, light, over] = [
      { severity: '1', followUpBy: '2026-11-09T00:00:00Z' },
      { severity: '4' },
      { severity: '2' },
      { severity: '4', state: 'RESOLVED' },
    ];

    expect([over, light, grave, due].sort((a, b) => byGravity(a, b, now))).toEqual([due, grave, light, over]);
  });
});
