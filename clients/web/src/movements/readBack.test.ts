import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../api/items.ts';
import { loadMgrs } from '../places/mgrs.ts';
import { movement } from '../../tests/components/people.ts';
import { siteReadBackOf } from '../sites/siteReadBack.ts';
import { checkDigits, spell } from './radioWords.ts';
import { readBackOf } from './readBack.ts';

beforeAll(async () => {
  await loadMgrs();
});

const version = (fields: object = {}) => movement({ fields: { ...movement().fields, version: 2, ...fields } });

interface SharedReadBack {
  readonly kind: string;
  readonly reference: string;
  readonly fields: Item['fields'];
  readonly lines: readonly { written: string; check: string }[];
  readonly check: string;
}

function sharedReadBacks(): readonly SharedReadBack[] {
  const file = join(import.meta.dirname, '../../../../tests/shared/positions/read-back.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readBacks: SharedReadBack[] }).readBacks;
}

describe('reading back by radio', () => {
  it('spells letters and figures in the words of the radio, group by group', () => {
    expect(spell('HNM-7K3M')).toBe('Hotel November Mike – Seven Kilo Tree Mike');
    expect(spell('37S CV 90')).toBe('Tree Seven Sierra – Charlie Victor – Niner Zero');
  });

  it('has the check digits of ISO 7064 MOD 97-10', () => {
    expect(checkDigits('WEST12345698765432GB')).toBe('82'); // as in the example of an IBAN, GB82 WEST 1234 5698 7654 32
    expect(checkDigits('210501700012345678 FR')).toBe(checkDigits('210501700012345678FR'));
    expect(checkDigits('')).toBe('98');
  });

  it('has other digits after one wrong and after two exchanged characters', () => {
    const line = '37SCV4112699084';
    for (let at = 0; at < line.length; at += 1) {
      const wrong = line.slice(0, at) + (line.charAt(at) === '1' ? '7' : '1') + line.slice(at + 1);
      expect(checkDigits(wrong)).not.toBe(checkDigits(line));
      const exchanged = line.slice(0, at) + line.charAt(at + 1) + line.charAt(at) + line.slice(at + 2);
      if (exchanged !== line) expect(checkDigits(exchanged)).not.toBe(checkDigits(line));
    }
  });

  it('reads the reference, the version, the window in UTC and each stop in groups', () => {
    const read = readBackOf(version());

    expect(read?.reference.spoken).toBe('Hotel November Mike – One One One One – Two Two Two Two');
    expect(read?.version.written).toBe('2');
    expect(read?.from.written).toBe('2026-12-01 06:00Z');
    expect(read?.stops.map((stop) => stop.written)).toEqual(['37S CV 41126 99084', '37S CA 43271 40832']);
    expect(read?.check).toMatch(/^\d\d$/);
  });

  it('is the same for both ends, whatever else each of them sees, and another one for another version', () => {
    const { recipients: _, organisation: __, late: ___, ...told } = version().fields;
    const force = readBackOf({ reference: 'HNM-1111-2222', fields: told });

    expect(force?.check).toBe(readBackOf(version())?.check);
    expect(readBackOf(version({ version: 3 }))?.check).not.toBe(force?.check);
    expect(readBackOf(version({ windowEnd: '2026-12-01T16:30:00Z' }))?.check).not.toBe(force?.check);
  });

  it('reads a drawn road as its number of positions and the digits of them all, and has other digits for another road', () => {
    const line = (...coordinates: readonly (readonly number[])[]) => ({ type: 'LineString', coordinates });
    const road = line([37.2, 36.1], [37.15, 36.2], [37.1, 36.3]);
    const read = readBackOf(version({ routeGeometry: road, alternateRoutes: [road] }));

    expect(read?.road?.written).toMatch(/^3 \d\d \d\d$/);
    expect(read?.others.map((way) => way.written)).toEqual([read?.road?.written]);
    for (const other of [
      line([37.2, 36.1], [37.150001, 36.2], [37.1, 36.3]),
      line([37.15, 36.2], [37.2, 36.1], [37.1, 36.3]),
      line([37.2, 36.1], [37.1, 36.3]),
      line([-37.2, 36.1], [37.15, 36.2], [37.1, 36.3]),
    ]) {
      const elsewhere = readBackOf(version({ routeGeometry: other, alternateRoutes: [road] }));
      expect(elsewhere?.road?.written).not.toBe(read?.road?.written);
    }
  });

  it('says no road to who is not shown it, or is shown it coarse, and keeps the digits of a notification that has none', () => {
    const none = readBackOf(version());
    const coarse = { coarse: true, cells: [{ lat: 36.15, lon: 37.25, cellDegrees: 0.1 }] };
    const shown = readBackOf(version({ routeGeometry: coarse, alternateRoutes: coarse }));

    expect([none?.road, none?.others]).toEqual([undefined, []]);
    expect(shown).toEqual(none);
  });

  it('is what every client reads out', () => {
    for (const { reference, fields, lines, check } of sharedReadBacks().filter(({ kind }) => kind === 'movement')) {
      const read = readBackOf({ reference, fields });
      const said = read && [
        read.reference,
        read.version,
        read.from,
        read.until,
        ...read.stops,
        ...(read.road ? [read.road] : []),
        ...read.others,
      ];
      expect(said?.map((line) => ({ written: line.written, check: line.check }))).toEqual(lines);
      expect(read?.check).toBe(check);
    }
  });

  it('is what every client reads out of a site, and nothing of a coarse one', () => {
    const site = sharedReadBacks().find(({ kind }) => kind === 'site');
    const read = site && siteReadBackOf(site);

    const said = read && [read.reference, read.version, read.position, ...read.corners];
    expect(said?.map((line) => ({ written: line.written, check: line.check }))).toEqual(site?.lines);
    expect(read?.check).toBe(site?.check);
    const coarse = { ...site?.fields, position: { coarse: true, lat: 36.15, lon: 37.25, cellDegrees: 0.1 } };
    expect(siteReadBackOf({ reference: 'HNS-CCCC-DDDD', fields: coarse })).toBeUndefined();
  });

  it('is nothing for who does not hold the whole of it', () => {
    expect(readBackOf(version({ route: { coarse: true, cells: [] } }))).toBeUndefined();
    expect(readBackOf(version({ windowStart: { coarse: true, day: '2026-12-01' } }))).toBeUndefined();
    expect(readBackOf(movement())).toBeUndefined();
  });
});
