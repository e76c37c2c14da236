import { describe, expect, it } from 'vitest';
import { audiencesOf, stopsOf, telephone, vehiclesOf } from './reading.ts';

describe('what is read of a movement', () => {
  it('is the stops in the order of travel', () => {
    const route = [
      { type: 'ORIGIN', name: 'Aylan', lat: 36.123456, lon: 37.5, at: '2026-12-01T06:00:00Z' },
      { lat: -1, lon: 0.25 },
    ];

    expect(stopsOf(route)).toEqual([
      { type: 'ORIGIN', name: 'Aylan', lat: 36.123456, lon: 37.5, at: '2026-12-01T06:00:00Z' },
      { lat: -1, lon: 0.25 },
    ]);
  });

  it('is nothing where there is none, or where it is less precise', () => {
    expect(stopsOf(undefined)).toEqual([]);
    expect(stopsOf({ coarse: true, cells: [] })).toEqual([]);
    expect(stopsOf([{ name: 'nowhere' }])).toEqual([]);
    expect(vehiclesOf({ coarse: true, band: '1-5' })).toEqual([]);
  });

  it('is who was named, whether told as a list of audiences or with consent', () => {
    expect(audiencesOf(['police', 'military:northern-force'])).toEqual(['police', 'military:northern-force']);
    expect(audiencesOf([{ audience: 'police', consent: true }])).toEqual(['police']);
  });

  it('is a number a telephone can dial, also in Arabic digits', () => {
    expect(telephone('+961 (3) 123-456')).toBe('tel:+9613123456');
    expect(telephone('٠١٢٣٤٥')).toBe('tel:012345');
    expect(telephone('call the base')).toBeUndefined();
  });
});
