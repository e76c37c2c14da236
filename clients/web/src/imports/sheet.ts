import { readCsv, type CsvRow } from './csv.ts';
import { ofMovement, ofSite, ofStop, ofVehicle, type Column } from './columns.ts';
import type { SheetWord } from './words.ts';

export type SheetKind = 'movement' | 'site';

/** Words with their values, said when they are shown, in the language of then; a sentence of the server, which is English; or words in the person's language. */
export type Said =
  | { readonly word: SheetWord; readonly values?: Readonly<Record<string, string | number>> }
  | { readonly server: string }
  | string;

/** One row of a table by the names of its columns; empty cells are not there. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  readonly broken?: Said;
}

/** A table that can be read, or why none of it is. */
export type Table =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly why: Said };

export const idColumn = 'id';
export const rowColumn = 'row';
export const tellColumn = 'tell';
const aboutColumn = 'about';
const tag = /^#[a-z][a-z0-9_]*([+\s][a-z0-9_+\s]*)?$/i;

const headers: Readonly<Record<SheetKind, readonly string[]>> = {
  movement: [idColumn, rowColumn, ...namesOf([...ofMovement, ...ofStop, ...ofVehicle]), tellColumn, aboutColumn],
  site: [idColumn, ...namesOf(ofSite), tellColumn, aboutColumn],
};

const needed: Readonly<Record<SheetKind, readonly string[]>> = {
  movement: [idColumn, rowColumn, ...namesOf([...ofMovement, ...ofStop].filter((column) => column.needed))],
  site: [idColumn, ...namesOf(ofSite.filter((column) => column.needed))],
};

const mostRows: Readonly<Record<SheetKind, number>> = { movement: 50_000, site: 5_000 };

function namesOf(columns: readonly Column[]): readonly string[] {
  return columns.map(({ name }) => name);
}

export function headerOf(kind: SheetKind): readonly string[] {
  return headers[kind];
}

/** The rows of a file by its header. INVARIANT: what cannot be read as a whole is not read in part, where a notification has several rows. */
export function readTable(kind: SheetKind, text: string): Table {
  const [header, ...rest] = readCsv(text);
  const names = header?.cells.map((name) => name.trim()) ?? [];
  const wrong = wrongHeader(kind, header, names);
  if (wrong !== undefined) return { kind: 'unreadable', line: 1, why: wrong };
  const body = rest[0] !== undefined && isTagRow(rest[0]) ? rest.slice(1) : rest;
  const rows = body.map((row) => rowOf(names, row)).filter((row) => row.broken !== undefined || row.cells.size > 0);
  const broken = kind === 'movement' ? rows.find((row) => row.broken !== undefined) : undefined;
  if (broken?.broken !== undefined) return { kind: 'unreadable', line: broken.line, why: broken.broken };
  const over = rows[mostRows[kind]];
  if (over !== undefined)
    return { kind: 'unreadable', line: over.line, why: { word: 'fault.rows', values: { n: mostRows[kind] } } };
  if (rows.length === 0) return { kind: 'unreadable', line: 1, why: { word: 'fault.empty' } };
  return { kind: 'rows', rows };
}

function wrongHeader(kind: SheetKind, header: CsvRow | undefined, names: readonly string[]): Said | undefined {
  if (header === undefined || names.every((name) => name === '')) return { word: 'fault.empty' };
  if (header.broken !== undefined) return { word: `fault.${header.broken}` };
  const filled = names.filter((name) => name !== '');
  const twice = filled.find((name, at) => filled.indexOf(name) !== at);
  if (twice !== undefined) return { word: 'fault.twice', values: { column: twice } };
  const stranger = filled.find((name) => !headers[kind].includes(name));
  if (stranger !== undefined) return { word: 'fault.stranger', values: { column: stranger } };
  const lacking = needed[kind].find((name) => !filled.includes(name));
  return lacking === undefined ? undefined : { word: 'fault.lacking', values: { column: lacking } };
}

function rowOf(names: readonly string[], { line, cells, broken }: CsvRow): Row {
  if (broken !== undefined) return { line, cells: new Map(), broken: { word: `fault.${broken}` } };
  if (cells.slice(names.length).some((cell) => cell.trim() !== ''))
    return {
      line,
      cells: new Map(),
      broken: { word: 'fault.cells', values: { n: cells.length, columns: names.length } },
    };
  const found = names.flatMap((name, at) => {
    const cell = cells[at]?.trim() ?? '';
    return name === '' || cell === '' ? [] : [[name, cell] as const];
  });
  return { line, cells: new Map(found) };
}

/** A row of HXL hashtags under the header is about the columns. */
function isTagRow({ cells }: CsvRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.every((cell) => tag.test(cell.trim()));
}
