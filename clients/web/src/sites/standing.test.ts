import { describe, expect, it } from 'vitest';
import { byConfirmation, siteWaits } from './standing.ts';

const sent = (version: number) => [{ state: 'SENT', version, at: '2026-11-22T08:00:00Z' }];

describe('a list of sites', () => {
  it('has what was not acknowledged first, then what must be confirmed, and what was removed last', () => {
    const [waits, due, later, removed] = [
      { state: 'NOTIFIED', version: 1, dispatch: sent(1) },
      { state: 'STALE', revalidateBy: '2026-12-09T00:00:00Z' },
      { state: 'NOTIFIED', revalidateBy: '2026-12-01T00:00:00Z' },
      { state: 'REMOVED' },
    ];

    expect([removed, later, due, waits].sort(byConfirmation)).toEqual([waits, due, later, removed]);
  });

  it('waits for the receipt of a removal like for any other version', () => {
    expect(siteWaits({ state: 'REMOVED', version: 3, dispatch: sent(3) })).toBe(true);
    expect(siteWaits({ state: 'REMOVED', version: 3, dispatch: [{ state: 'ACKNOWLEDGED', version: 3 }] })).toBe(false);
  });
});
