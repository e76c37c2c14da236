import { expect, it } from 'vitest';
import { byDanger } from './standing.ts';

it('lists what is in force first and the gravest of it before all, also of a severity that the page does not know', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  const until = (hour: number) => ({ validUntil: `2026-11-27T${String(hour)}:00:00Z` });
  const [unknown, extreme, minor, ended, over] = [
    { severity: 'NEW', ...until(20) },
    { severity: 'EXTREME', ...until(20) },
    { severity: 'MINOR', ...until(15) },
    { severity: 'EXTREME', state: 'ENDED', ...until(20) },
    { severity: 'SEVERE', ...until(11) },
  ];

  expect([over, ended, minor, extreme, unknown].sort((a, b) => byDanger(a, b, now))).toEqual([
    unknown,
    extreme,
    minor,
    ended,
    over,
  ]);
});
