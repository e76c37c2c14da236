import { describe, expect, it } from 'vitest';
import { leadRule } from './leadTime.ts';

const times = {
  deployment: { standard: 48, airAndSea: 72, emergency: 24 },
  parties: [
    { audience: 'police', hours: { standard: 96, airAndSea: 72, emergency: 24 } },
    { audience: 'military:northern-force', hours: { standard: 12, airAndSea: 72, emergency: 24 } },
  ],
};
const road = { category: 'STANDARD', mode: 'ROAD' };
const rule = (values: Readonly<Record<string, string>>, ...named: readonly string[]) =>
  leadRule(times, { values, named: Object.fromEntries(named.map((audience) => [audience, true])) });

describe('the lead time that counts', () => {
  it('is not known before it is said what moves and how', () => {
    expect(rule({ category: 'STANDARD' })).toBeUndefined();
    expect(rule({ mode: 'ROAD' })).toBeUndefined();
  });

  it('is that of the deployment while nobody is named', () => {
    expect(rule(road)).toEqual({ hours: 48 });
    expect(rule({ category: 'STANDARD', mode: 'AIR_ROTARY' })).toEqual({ hours: 72 });
    expect(rule({ category: 'EMERGENCY', mode: 'SEA' })).toEqual({ hours: 24 });
  });

  it('is the longest of those who are named', () => {
    expect(rule(road, 'military:northern-force')).toEqual({ hours: 12, audience: 'military:northern-force' });
    expect(rule(road, 'military:northern-force', 'police')).toEqual({ hours: 96, audience: 'police' });
    expect(rule(road, 'military:northern-force', 'military:southern-force')).toEqual({ hours: 48 });
  });

  it('counts nobody without consent', () => {
    expect(leadRule(times, { values: road, named: { police: false } })).toEqual({ hours: 48 });
  });
});
