import { describe, expect, it } from 'vitest';
import { changesOf, contentOf, valuesOf } from './values.ts';

describe('contentOf', () => {
  it('leaves out what was not said', () => {
    expect(contentOf({ category: 'ROBBERY', title: '  ', nearMiss: false, weapons: [] })).toEqual({
      category: 'ROBBERY',
    });
  });

  it('keeps a day a day and gives a time its offset', () => {
    expect(contentOf({ 'occurredAt.date': '2026-11-20' })).toEqual({ occurredAt: '2026-11-20' });
    expect(contentOf({ 'occurredAt.date': '2026-11-20', 'occurredAt.time': '14:30' })['occurredAt']).toMatch(
      /^2026-11-20T14:30:00[+-]\d\d:\d\d$/,
    );
  });

  it('reads coordinates in Arabic digits', () => {
    expect(contentOf({ 'position.lat': '٣٣٫٥', 'position.lon': '36.25' })).toEqual({
      position: { lat: 33.5, lon: 36.25 },
    });
  });

  it('reads how many in Arabic digits, and what may be a thousand or one is neither', () => {
    expect(contentOf({ 'impact.killed': '١٢' })).toEqual({ impact: { killed: 12 } });
    for (const killed of ['1,000', '1.000', '١٬٠٠٠', '١٫٠٠٠', 'some'])
      expect(contentOf({ 'impact.killed': killed, 'impact.injured': '2' })).toEqual({
        impact: { killed: -1, injured: 2 },
      });
  });

  it('takes a position as it was read, and does not drop words that name none', () => {
    expect(contentOf({ 'position.read': ['33.5', '36.25', '33.5, 36.25'] })).toEqual({
      position: { lat: 33.5, lon: 36.25 },
    });
    expect(contentOf({ 'position.lat': '33.5', 'position.lon': '36.25', 'position.read': ['', '', ''] })).toEqual({});
    expect(contentOf({ 'position.read': ['', '', 'by the bridge'] })).toEqual({ position: { lat: null, lon: null } });
  });

  it('collects the impact', () => {
    expect(contentOf({ 'impact.injured': '2', 'impact.injuredNational': '2', 'impact.killed': '' })).toEqual({
      impact: { injured: 2, injuredNational: 2 },
    });
  });
});

describe('changesOf', () => {
  const before = valuesOf({
    category: 'ROBBERY',
    title: 'Robbery on the road',
    nearMiss: true,
    occurredAt: '2026-11-20T00:00:00Z',
    timeKnown: false,
    position: { lat: 1.5, lon: 2 },
    impact: { injured: 1 },
  });

  it('is empty when nothing changed', () => {
    expect(changesOf(before, { ...before })).toEqual({ changed: {}, clear: [] });
  });

  it('tells changed, emptied and unset fields apart', () => {
    const after = { ...before, title: '', nearMiss: false, 'impact.injured': '2' };

    expect(changesOf(before, after)).toEqual({
      changed: { nearMiss: false, impact: { injured: 2 } },
      clear: ['title'],
    });
  });
});
