import { render } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ItemScreen } from '../../src/screens/ItemScreen.tsx';
import { keep } from '../../src/state/channelItems.ts';
import { fakeServer } from './server.ts';
import { eachAlone, own } from './underway.ts';

eachAlone();

describe('how a movement goes', () => {
  it('is told from notifying to its end, with each force and each check-in on both clocks', () => {
    fakeServer({});
    const dispatch = [
      { to: 'police', state: 'ACKNOWLEDGED', version: 1, at: '2026-11-30T08:00:00Z', cell: 'Desk 4' },
      {
        to: 'military:northern-force',
        state: 'SENT',
        version: 1,
        at: '2026-11-30T06:00:00Z',
        reminders: 2,
        remindedAt: '2026-11-30T18:00:00Z',
        escalatedAt: '2026-11-30T19:00:00Z',
      },
    ];
    const checkIns = [{ stop: 0, at: '2026-12-01T06:40:00Z', note: 'All well', by: { name: 'Amina Haddad' } }];
    keep([own({ dispatch, checkIns, nextCheckInDue: '2026-12-01T09:00:00Z' })]);

    const { container } = render(<ItemScreen id="mv1" />);

    const stages = [...container.querySelectorAll('.timeline-stage')];
    expect(
      stages.map((stage) => [stage.querySelector('strong')?.textContent, stage.getAttribute('data-done')]),
    ).toEqual([
      [en['timeline.notified'], 'true'],
      [en['timeline.told'], 'true'],
      [en['timeline.underway'], 'true'],
      [en['timeline.checkIns'], 'true'],
      [en['timeline.end'], 'false'],
    ]);
    const forces = [...container.querySelectorAll('.dispatches > li')].map((line) => line.textContent);
    expect(forces[1]).toContain('Reminded 2 times');
    expect(forces[1]).toContain('19:00 UTC');
    expect(stages[3]?.textContent).toContain('All well');
    expect(stages[3]?.textContent).toContain('09:00 UTC');
    expect(container.querySelectorAll('.dispatches')).toHaveLength(1);
  });

  it('says since when it is at each stage, to who is told', () => {
    fakeServer({});
    keep([
      own(
        {
          state: 'COMPLETED',
          notifiedAt: '2026-11-29T05:10:00Z',
          stateAt: '2026-12-01T13:20:00Z',
          checkIns: [
            { stop: 0, at: '2026-12-01T06:40:00Z' },
            { stop: 1, at: '2026-12-01T09:00:00Z' },
          ],
        },
        { revision: 3 },
      ),
    ]);

    const { container } = render(<ItemScreen id="mv1" />);

    const times = [...container.querySelectorAll('.timeline-stage')].map(
      (stage) => stage.querySelector('time')?.getAttribute('datetime') ?? null,
    );
    expect(times[0]).toBe('2026-11-29T05:10:00Z');
    expect(times.at(-1)).toBe('2026-12-01T13:20:00Z');
    expect(times).toContain('2026-12-01T06:40:00Z');
  });

  it('says since when a movement is postponed', () => {
    fakeServer({});
    keep([own({ state: 'POSTPONED', stateAt: '2026-11-30T10:00:00Z' }, { revision: 2 })]);

    const { container } = render(<ItemScreen id="mv1" />);

    const postponed = [...container.querySelectorAll('.timeline-stage')].find((stage) =>
      stage.textContent?.includes(en['timeline.postponed']),
    );
    expect(postponed?.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-30T10:00:00Z');
  });

  it('does not make up when it was notified', () => {
    fakeServer({});
    keep([own({ state: 'CANCELLED' }, { revision: 3 })]);

    const { container } = render(<ItemScreen id="mv1" />);

    const stages = [...container.querySelectorAll('.timeline-stage')];
    expect(stages[0]?.querySelector('time')).toBeNull();
    expect(stages.map((stage) => stage.textContent).join()).not.toContain(en['timeline.underway']);
  });
});
