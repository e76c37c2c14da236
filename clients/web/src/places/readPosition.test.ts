import { describe, expect, it } from 'vitest';
import { readPosition } from './readPosition.ts';

const at = (lat: number, lon: number) => ({ kind: 'position', position: { lat, lon } });

describe('a position as people write it', () => {
  it.each([
    ['36.123456, 37.234567'],
    ['36.123456 37.234567'],
    ['36.123456;37.234567'],
    ['36.123456° 37.234567°'],
    ['36.123456N 37.234567E'],
    ['N 36.123456, E 37.234567'],
    ['E37.234567 N36.123456'],
    ['36,123456 37,234567'],
    ['36,123456; 37,234567'],
    ['٣٦٫١٢٣٤٥٦، ٣٧٫٢٣٤٥٦٧'],
    ['\u206636.123456, 37.234567\u2069'],
  ])('is read from decimal degrees: %s', (text) => {
    expect(readPosition(text)).toMatchObject(at(36.123456, 37.234567));
  });

  it.each([
    ['36°12\'36"N 37°14\'24"E'],
    ['36°12′36″N, 37°14′24″E'],
    ['N36°12\'36" E037°14\'24"'],
    ['36 12 36 37 14 24'],
    ['36 12 36 N, 37 14 24 E'],
    ['36 12.6, 37 14.4'],
    ["36°12.6'N 37°14.4'E"],
    ['37°14′24″E 36°12′36″N'],
  ])('is read from degrees, minutes and seconds: %s', (text) => {
    expect(readPosition(text)).toMatchObject(at(36.21, 37.24));
  });

  it('is south and west of zero by sign or by letter', () => {
    expect(readPosition('-1.5, -70.25')).toMatchObject(at(-1.5, -70.25));
    expect(readPosition('1.5 S 70.25 W')).toMatchObject(at(-1.5, -70.25));
    expect(readPosition('1°30\'00"S 70°15\'00"W')).toMatchObject(at(-1.5, -70.25));
    expect(readPosition('0.5 -0.25')).toMatchObject(at(0.5, -0.25));
  });

  it.each([
    ['37S BA 12345 67890', '37SBA1234567890', 1],
    ['37SBA1234567890', '37SBA1234567890', 1],
    ['mgrs: 37s ba 123 678', '37SBA123678', 100],
    ['04Q FJ 1234 6789', '4QFJ12346789', 10],
  ])('may be a grid reference: %s', (text, reference, grain) => {
    expect(readPosition(text)).toEqual({ kind: 'mgrs', reference, grain });
  });

  it.each(['37S BA 12345 6789', '37S BA 1', '37S BA', '37S BA 123456 789012', '61S BA 1234 5678', '37S BA 12 34 56'])(
    'is no grid reference with a group that is too short, too long, or in a zone that is not there: %s',
    (text) => {
      expect(readPosition(text)).toEqual({ kind: 'fault', fault: 'mgrs' });
    },
  );

  it.each(['here', '36.1', '36.1 37.2 38.3', '36 61 0 N 37 0 0 E', '36.1N 37.2N', '36.5 12 37.5 14', '-36.1N 37.2E'])(
    'is not guessed: %s',
    (text) => {
      expect(readPosition(text)).toEqual({ kind: 'fault', fault: 'unreadable' });
    },
  );

  it('is on the globe, latitude first', () => {
    expect(readPosition('137.2, 36.1')).toEqual({ kind: 'fault', fault: 'range' });
    expect(readPosition('36.1, 187.2')).toEqual({ kind: 'fault', fault: 'range' });
  });

  it('says how exactly it names a place', () => {
    const grain = (text: string) => Math.round((readPosition(text) as { readonly grain: number }).grain);

    expect(grain('36.12345, 37.12345')).toBe(1);
    expect(grain('36.12345, 37.12')).toBe(1110);
    expect(grain("36°12' N 37°14' E")).toBe(1850);
    expect(grain('36°12\'34"N 37°14\'04"E')).toBe(31);
  });

  it('is nothing while nothing is typed', () => {
    expect(readPosition('  ')).toEqual({ kind: 'nothing' });
  });
});
