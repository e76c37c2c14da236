import type { SheetWord } from './words.ts';

/** A column of a template. The twin is `TemplateColumn` of the contracts: what the server writes is read here as it was. */
export interface Column {
  readonly name: string;
  /** The field that it holds, as a path such as `position.lat`. */
  readonly field: string;
  /** The value of a cell that is not empty; undefined when it is none. */
  readonly read: (cell: string) => unknown;
  /** What to do about a cell that is no value. */
  readonly fault: SheetWord;
  readonly needed: boolean;
}

interface Made extends Column {
  readonly must: Column;
}

const made = (name: string, field: string, read: Column['read'], fault: SheetWord): Made => {
  const column = { name, field, read, fault, needed: false };
  return { ...column, must: { ...column, needed: true } };
};

const text = (name: string, field = name) => made(name, field, readText, 'fault.text');
const count = (name: string) => made(name, name, readCount, 'fault.count');
const degrees = (name: string, field: string) => made(name, field, readDegrees, 'fault.degrees');
const number = (name: string) => made(name, name, readDegrees, 'fault.number');
const flag = (name: string) => made(name, name, readFlag, 'fault.flag');
const codes = (name: string) => made(name, name, readCodes, 'fault.text');
const instant = (name: string) => made(name, name, (cell) => readInstant(cell, 'T00:00:00Z'), 'fault.instant');
/** A day is its last second: who writes the day on which a convoy comes back does not mean the midnight before it. */
const until = (name: string) => made(name, name, (cell) => readInstant(cell, 'T23:59:59Z'), 'fault.instant');

export const ofMovement: readonly Column[] = [
  text('category').must,
  text('mode').must,
  text('purpose'),
  instant('windowStart').must,
  until('windowEnd').must,
  text('country'),
  text('contactName', 'callContact.name').must,
  text('contactPhone', 'callContact.phone').must,
  text('contactCallSign', 'callContact.callSign'),
  count('staff'),
  count('internationalStaff'),
  count('nationalStaff'),
  count('drivers'),
  count('contractors'),
  count('evacuees'),
  text('notes'),
  text('lateReason'),
  text('escort'),
  text('escortJustification'),
  made('routeGeometry', 'routeGeometry', readLine, 'fault.line'),
  made('alternateRoutes', 'alternateRoutes', readLines, 'fault.line'),
  text('alternateContactName', 'alternateContact.name'),
  text('alternateContactPhone', 'alternateContact.phone'),
  text('alternateContactCallSign', 'alternateContact.callSign'),
  text('focalPointName', 'focalPoint.name'),
  text('focalPointPhone', 'focalPoint.phone'),
  text('focalPointCallSign', 'focalPoint.callSign'),
  codes('communications'),
  text('radioCallSign'),
  codes('cargo'),
  number('cargoTonnes'),
  number('cargoCubicMetres'),
  flag('dangerousGoods'),
  text('waybill'),
  flag('frontLineCrossing'),
  text('partiesOnRoute'),
];

export const ofStop: readonly Column[] = [
  text('stopType', 'type').must,
  text('stopName', 'name'),
  degrees('lat', 'lat').must,
  degrees('lon', 'lon').must,
  instant('at'),
  until('until'),
];

export const ofVehicle: readonly Column[] = [
  text('vehicleType', 'type').must,
  text('plate'),
  text('colour'),
  text('marking'),
];

export const ofSite: readonly Column[] = [
  text('siteType').must,
  text('name').must,
  text('localName'),
  text('country').must,
  text('admin1'),
  text('admin1Pcode'),
  text('admin2'),
  text('admin2Pcode'),
  degrees('lat', 'position.lat').must,
  degrees('lon', 'position.lon').must,
  text('coordinateMethod').must,
  count('accuracy').must,
  made('footprint', 'footprint', readCorners, 'fault.corners'),
  instant('validFrom'),
  until('validUntil'),
  count('buildings'),
  text('roofMarking'),
  text('contactName', 'callContact.name').must,
  text('contactPhone', 'callContact.phone').must,
  text('contactCallSign', 'callContact.callSign'),
  text('relation').must,
  text('function'),
  count('staff'),
  count('occupants'),
  text('notes'),
];

const ends = /[;\t\r\n|]/u;
const formula = /^[\s"'\p{Cf}]*[=+\-@＝＋－＠]/u;

/** The text of a cell: without the apostrophe that keeps a spreadsheet from calculating it. Twin: `SheetText`. */
export function readText(cell: string): string {
  return cell
    .split(/([;\t\r\n|])/u)
    .map((part) => (!ends.test(part) && part.startsWith("'") && formula.test(part) ? part.slice(1) : part))
    .join('');
}

function readCount(cell: string): number | undefined {
  const plain = digitsOf(cell);
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

function readFlag(cell: string): boolean | undefined {
  const plain = cell.trim().toUpperCase();
  return ['YES', 'TRUE'].includes(plain) ? true : ['NO', 'FALSE'].includes(plain) ? false : undefined;
}

function readCodes(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((code) => readText(code.trim()))
    .filter((code) => code !== '');
}

function readDegrees(cell: string): number | undefined {
  const plain = digitsOf(cell).trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) && Number.isFinite(Number(plain))
    ? Number(plain)
    : undefined;
}

function readInstant(cell: string, ofDay: string): string | undefined {
  const plain = digitsOf(cell);
  if (/^\d{4}-\d\d-\d\d$/.test(plain)) return isRealDay(plain) ? plain + ofDay : undefined;
  const exact = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(plain);
  return exact !== null && isRealDay(exact[1] ?? '') && !Number.isNaN(Date.parse(plain)) ? plain : undefined;
}

function isRealDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

function readCorners(
  cell: string,
): readonly { readonly lat?: number | undefined; readonly lon?: number | undefined }[] | undefined {
  const corners = cell
    .split(';')
    .filter((corner) => corner.trim() !== '')
    .map((corner) =>
      corner
        .split(/[ ,]+/)
        .filter((part) => part !== '')
        .map(readDegrees),
    );
  const whole = corners.length > 0 && corners.every((pair) => pair.length === 2 && !pair.includes(undefined));
  return whole ? corners.map(([lat, lon]) => ({ lat, lon })) : undefined;
}

/** The positions of a line as latitude and longitude become those of GeoJSON, longitude first. */
function readLine(cell: string): object | undefined {
  const positions = readCorners(cell);
  return positions === undefined
    ? undefined
    : { type: 'LineString', coordinates: positions.map(({ lat, lon }) => [lon, lat]) };
}

/** Several lines, with a bar between them. */
function readLines(cell: string): readonly object[] | undefined {
  const lines = cell.split('|').map(readLine);
  return lines.includes(undefined) ? undefined : lines.flatMap((line) => line ?? []);
}

/** Spreadsheets of Arabic and Persian write their own digits, decimal point and minus. */
function digitsOf(cell: string): string {
  return cell
    .replace(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066B/gu, '.')
    .replace(/\u2212/gu, '-');
}
