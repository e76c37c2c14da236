import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from './columns.ts';
import { readCsv } from './csv.ts';
import { notificationsIn, withConsent } from './notifications.ts';
import { readTable, type SheetKind } from './sheet.ts';

const own = join(import.meta.dirname, 'templates');
const shipped = join(import.meta.dirname, '../../../../docs/guides/templates');
const template = (kind: SheetKind) => readFileSync(join(own, `${kind}s.csv`), 'utf8');

function read(kind: SheetKind, text: string) {
  const table = readTable(kind, text);
  return table.kind === 'rows' ? notificationsIn(kind, table.rows, 'our log') : [];
}

const header =
  'id,row,category,mode,windowStart,windowEnd,contactName,contactPhone,stopType,stopName,lat,lon,at,vehicleType,plate,tell';
const movement = (id: string, tell = '') =>
  [
    `${id},MOVEMENT,STANDARD,ROAD,2027-03-01T06:00:00Z,2027-03-02,Dispatch,+999,,,,,,,,${tell}`,
    `${id},STOP,,,,,,,ORIGIN,Depot,35.12345,39.51234,,,,`,
    `${id},STOP,,,,,,,DESTINATION,Ward,٣٥٫٣,39.7,,,,`,
  ].join('\n');

describe('the templates', () => {
  it.each(['movement', 'site'] as const)('of a %s is the one that the command line writes, and can be read', (kind) => {
    expect(template(kind)).toBe(readFileSync(join(shipped, `${kind}s.csv`), 'utf8'));

    const [example] = read(kind, template(kind));

    expect(example?.faults).toEqual([]);
    expect(example?.tell[0]).toBe('military:northern-force');
    expect(example?.draft).toMatchObject({ sourceReference: { system: 'our log', id: 'EXAMPLE-1' } });
    if (kind === 'movement') {
      expect(example?.draft).toMatchObject({
        escort: 'NONE',
        nationalStaff: 2,
        communications: ['HF_RADIO', 'SATELLITE_PHONE'],
        cargo: ['FOOD'],
        cargoTonnes: 12.5,
        dangerousGoods: false,
        frontLineCrossing: false,
        focalPoint: { name: 'Radio room', callSign: 'Nest' },
        routeGeometry: {
          type: 'LineString',
          coordinates: [
            [39.512345, 35.123456],
            [39.56, 35.15],
            [39.601234, 35.201234],
            [39.701234, 35.301234],
          ],
        },
        route: [{}, {}, { until: '2027-03-01T11:30:00+02:00' }],
      });
      expect(example?.find('routeGeometry.coordinates[1]')).toEqual({ column: 'routeGeometry', line: 2 });
    }
  });
});

describe('a table', () => {
  it('puts the rows of a movement together by their id, and reads a last day to its end and digits of Arabic', () => {
    const [first, second] = read(
      'movement',
      `${header}\n${movement('a')}\n${movement('b')}\na,VEHICLE,,,,,,,,,,,,TRUCK,QX 1,\n`,
    );

    expect(first?.draft).toMatchObject({
      windowEnd: '2027-03-02T23:59:59Z',
      callContact: { name: 'Dispatch', phone: '+999' },
      route: [{ type: 'ORIGIN', name: 'Depot', lat: 35.12345, lon: 39.51234 }, { lat: 35.3 }],
      vehicles: [{ type: 'TRUCK', plate: 'QX 1' }],
    });
    expect(second?.draft).not.toHaveProperty('vehicles');
    expect(first?.find('route[1].lat')).toEqual({ column: 'lat', line: 4 });
    expect(first?.find('callContact')).toEqual({ column: 'contactName', line: 2 });
  });

  it('is kept back by a row that belongs to no movement', () => {
    const rows = read('movement', `${header}\n${movement('a')}\nA,STOP,,,,,,,ORIGIN,,1,2,,,,\n`);

    expect(rows.map(({ spoils }) => spoils)).toEqual([false, true]);
    expect(rows[1]?.faults[0]).toMatchObject({ line: 5, id: 'A', say: { word: 'fault.noRow' } });
  });

  it('says everything that is wrong with a row, and a cell in the wrong row', () => {
    const rows = read('movement', `${header}\na,MOVEMENT,STANDARD,,soon,2027-02-30,,+999,,,,,,,QX 1,\n`);

    expect(rows[0]?.draft).toBeUndefined();
    expect(
      rows[0]?.faults.map(({ column, say }) => [column, typeof say === 'object' && 'word' in say ? say.word : say]),
    ).toEqual([
      ['plate', 'fault.wrongRow'],
      ['mode', 'fault.needed'],
      ['windowStart', 'fault.instant'],
      ['windowEnd', 'fault.instant'],
      ['contactName', 'fault.needed'],
      ['row', 'fault.stops'],
    ]);
  });

  it('goes to nobody whom a row names without a consent', () => {
    const rows = read('movement', `${header}\n${movement('a', 'police;military:northern-force')}\n${movement('b')}\n`);

    const [first, second] = withConsent(rows, ['police'], (audience) => audience);

    expect(first?.draft).toBeUndefined();
    expect(first?.faults[0]).toMatchObject({
      column: 'tell',
      say: { values: { audience: 'military:northern-force' } },
    });
    expect(second?.draft).toBeDefined();
  });

  it.each([
    ['', 'fault.empty'],
    ['id,row,row\n', 'fault.twice'],
    ['id,row,colour of the sky\n', 'fault.stranger'],
    ['id,row\n', 'fault.lacking'],
    [`${header}\n${movement('a')}\na,STOP,"open\n`, 'fault.open'],
    [`${header}\n${movement('a')}\na,STOP,st"ray\n`, 'fault.stray'],
    [`${header}\n${movement('a')},,surplus\n`, 'fault.cells'],
  ])('that cannot be read as a whole is not read in part: %j', (text, word) => {
    expect(readTable('movement', text)).toMatchObject({ kind: 'unreadable', why: { word } });
  });

  it('has one row for each site, and two of the same id are told', () => {
    const [, example = ''] = template('site').split('\n');
    const rows = read('site', `${template('site').trimEnd()}\n${example}\n`);

    expect(rows[0]?.draft).toMatchObject({ position: { lat: 35.123456, lon: 39.512345 }, accuracy: 6 });
    expect(rows[1]?.faults[0]).toMatchObject({
      line: 3,
      column: 'id',
      say: { word: 'fault.sameId', values: { line: 2 } },
    });
  });
});

describe('cells', () => {
  it('stand between commas, semicolons or tabs, and in quotes', () => {
    for (const separator of [',', ';', '\t'])
      expect(readCsv(`\uFEFFa${separator}b\r\n"x ""y""\n${separator}"${separator}z`)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: [`x "y"\n${separator}`, 'z'] },
      ]);
  });

  it('lose the apostrophe that keeps a spreadsheet from calculating them, and no other', () => {
    expect(readText("'+999 11")).toBe('+999 11');
    expect(readText("'Ayn al-Arab")).toBe("'Ayn al-Arab");
    expect(readText("a;'=b")).toBe('a;=b');
  });
});
