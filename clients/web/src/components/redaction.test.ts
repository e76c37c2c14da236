import { describe, expect, it } from 'vitest';
import { canRelease, choicesFor, resultOf, withChoice } from './redaction.ts';

const proposed = { summary: 'Says Idris.', occurredAt: '2026-11-21T08:00:00Z', hazard: 'ROAD' };
const room = {
  summary: { longestText: 2000 },
  occurredAt: { coarse: { coarse: true, day: '2026-11-21' } },
  hazard: {},
};

describe('what a coordinator changes', () => {
  it('leaves what is not named as it was proposed', () => {
    expect(resultOf(proposed, {}, room)).toEqual(proposed);
  });

  it('leaves out, coarsens and rewords', () => {
    const changes = {
      hazard: { omit: true },
      occurredAt: { grain: 'coarse' },
      summary: { text: ' Road closed. ' },
    } as const;

    expect(resultOf(proposed, changes, room)).toEqual({
      summary: 'Road closed.',
      occurredAt: { coarse: true, day: '2026-11-21' },
    });
  });

  it('never adds a field that the view does not have', () => {
    expect(resultOf({ hazard: 'ROAD' }, { summary: { text: 'Words.' } }, room)).toEqual({ hazard: 'ROAD' });
  });

  it('shows nothing of a field whose coarse form is not known', () => {
    expect(resultOf(proposed, { hazard: { grain: 'coarse' } }, room)).not.toHaveProperty('hazard');
  });

  it('offers what the service says is possible', () => {
    expect(choicesFor(room.summary)).toEqual(['asProposed', 'omit', 'text']);
    expect(choicesFor(room.occurredAt)).toEqual(['asProposed', 'omit', 'coarse']);
    expect(choicesFor(room.hazard)).toEqual(['asProposed', 'omit']);
  });

  it('starts other words from the proposed ones and forgets them when nothing is to change', () => {
    const reworded = withChoice({}, 'summary', 'text', proposed.summary);

    expect(reworded).toEqual({ summary: { text: 'Says Idris.' } });
    expect(withChoice(reworded, 'summary', 'asProposed', proposed.summary)).toEqual({});
  });

  it('cannot be sent when nothing is left or a text is empty', () => {
    const all = { summary: { omit: true }, occurredAt: { omit: true }, hazard: { omit: true } } as const;

    expect(canRelease(proposed, all)).toBe(false);
    expect(canRelease(proposed, { summary: { text: ' ' } })).toBe(false);
    expect(canRelease(proposed, { summary: { omit: true } })).toBe(true);
  });
});
