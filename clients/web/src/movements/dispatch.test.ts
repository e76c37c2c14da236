import { describe, expect, it } from 'vitest';
import { byUrgency, isEscalated, linesOf, ownLine, versionOf, waits } from './dispatch.ts';

const own = (state: string) => ({ version: 2, dispatch: [{ state, version: 2, at: '2026-12-01T06:00:00Z' }] });

describe('where a movement stands with who was named', () => {
  it('is one line for a force, about itself', () => {
    expect(ownLine(own('SENT'))).toEqual({ state: 'SENT', version: 2, at: '2026-12-01T06:00:00Z' });
    expect(versionOf(own('SENT'))).toBe(2);
  });

  it('is a line for each on the own side, and none of them is its own', () => {
    const dispatch = [
      { to: 'police', state: 'ACKNOWLEDGED', cell: 'Desk 4' },
      { to: 'military:northern-force', state: 'SENT' },
    ];

    expect(linesOf(dispatch).map((line) => line.to)).toEqual(['police', 'military:northern-force']);
    expect(ownLine({ dispatch })).toBeUndefined();
    expect(waits({ dispatch })).toBe(true);
  });

  it('waits until everybody has said that they received it, and no longer than the movement', () => {
    expect(waits(own('SENT'))).toBe(true);
    expect(waits(own('QUERIED'))).toBe(false);
    expect(waits({ ...own('SENT'), state: 'COMPLETED' })).toBe(false);
    expect(waits({})).toBe(false);
  });

  it('waits while what was acknowledged is another version', () => {
    expect(waits({ ...own('ACKNOWLEDGED'), version: 3 })).toBe(true);
  });

  it('keeps a receipt for an older version beside what is said of the present one', () => {
    const earlier = { version: 1, cell: 'Desk 4', at: '2026-12-01T06:00:00Z', query: 'Which gate?\nWhich bridge?' };
    const dispatch = [{ to: 'police', state: 'QUEUED', version: 2, earlier }];

    expect(linesOf(dispatch)).toEqual(dispatch);
    expect(waits({ version: 2, dispatch })).toBe(true);
  });

  it('calls for nobody any more who was told of what is over, and still for who was not', () => {
    const called = (dispatched: string, state: string) => ({
      state,
      version: 1,
      dispatch: [{ to: 'police', state: dispatched, version: 1, escalatedAt: '2026-12-01T06:00:00Z' }],
    });

    expect(isEscalated(called('SENT', 'NOTIFIED'))).toBe(true);
    expect(isEscalated(called('SENT', 'EXPIRED'))).toBe(false);
    expect(isEscalated(called('FAILED', 'CANCELLED'))).toBe(true);
  });

  it('brings the unacknowledged first, then the soonest, and what is over last', () => {
    const list = [
      { name: 'over', state: 'CANCELLED', windowStart: '2026-12-01T00:00:00Z' },
      { name: 'later', ...own('ACKNOWLEDGED'), windowStart: '2026-12-03T00:00:00Z' },
      { name: 'soon', ...own('ACKNOWLEDGED'), windowStart: '2026-12-02T00:00:00Z' },
      { name: 'unread', ...own('SENT'), windowStart: '2026-12-09T00:00:00Z' },
    ];

    expect(list.sort(byUrgency).map(({ name }) => name)).toEqual(['unread', 'soon', 'later', 'over']);
  });
});
