import { ofMovement, ofSite, ofStop, ofVehicle, type Column } from './columns.ts';
import { idColumn, headerOf, rowColumn, tellColumn, type Row, type Said, type SheetKind } from './sheet.ts';

/** What is wrong with a notification of a table, where it stands and what to do. */
export interface Fault {
  readonly line: number;
  readonly id?: string;
  readonly column?: string;
  readonly say: Said;
}

export interface Place {
  readonly column?: string;
  readonly line?: number;
}

/** A notification of a table, from one row or several. */
export interface SheetNotification {
  readonly line: number;
  readonly id?: string;
  /** As it would be sent, without recipients; absent while something is wrong with it. */
  readonly draft?: Readonly<Record<string, unknown>>;
  /** Whom its row names. */
  readonly tell: readonly string[];
  readonly faults: readonly Fault[];
  /** Where a field that the server names stands. */
  readonly find: (field: string) => Place;
  /** A row that belongs to nobody known, so that any other may lack it and nothing of the file may go. */
  readonly spoils: boolean;
}

export const mostNotifications = 5_000;

const kinds: Readonly<Record<string, readonly Column[]>> = { MOVEMENT: ofMovement, STOP: ofStop, VEHICLE: ofVehicle };
const aboutColumn = 'about';

/** The notifications of a table, in the order of the file. Says everything that is wrong with one, not only the first thing. */
export function notificationsIn(kind: SheetKind, rows: readonly Row[], system: string): readonly SheetNotification[] {
  const found = kind === 'site' ? sites(rows) : movements(rows);
  return found.map(({ draft, ...rest }, order) => {
    if (draft === undefined) return rest;
    if (order >= mostNotifications)
      return { ...rest, faults: [{ line: rest.line, say: { word: 'fault.rows', values: { n: mostNotifications } } }] };
    return { ...rest, draft: { ...draft, sourceReference: { system, id: rest.id } } };
  });
}

function sites(rows: readonly Row[]): readonly SheetNotification[] {
  const lines = new Map<string, number>();
  return rows.map((row) => {
    const { line, cells } = row;
    const id = cells.get(idColumn);
    const faults: Fault[] = [];
    if (row.broken !== undefined) faults.push({ line, say: row.broken });
    const fields = row.broken === undefined ? fieldsOf(row, ofSite, faults) : {};
    const before = id === undefined ? undefined : lines.get(id);
    if (row.broken === undefined && id === undefined)
      faults.push({ line, column: idColumn, say: { word: 'fault.needed' } });
    if (before !== undefined)
      faults.push({ line, column: idColumn, say: { word: 'fault.sameId', values: { line: before } } });
    if (id !== undefined && before === undefined) lines.set(id, line);
    return notification({ line, id, faults, fields, cells, find: (field) => ({ ...columnOf(ofSite, field), line }) });
  });
}

function movements(rows: readonly Row[]): readonly SheetNotification[] {
  const groups = new Map<string, Row[]>();
  const strays: SheetNotification[] = [];
  for (const row of rows) {
    const id = row.cells.get(idColumn);
    if (id === undefined) strays.push(stray(row, { word: 'fault.noMovement' }));
    else groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return [...strays, ...[...groups].map(([id, own]) => movementOf(id, own))];
}

function movementOf(id: string, rows: readonly Row[]): SheetNotification {
  const of = (kind: string) => rows.filter((row) => kindOf(row) === kind);
  const [stops, vehicles] = [of('STOP'), of('VEHICLE')];
  const first = of('MOVEMENT')[0];
  if (first === undefined) return stray(rows[0], { word: 'fault.noRow' });
  const faults: Fault[] = [];
  for (const row of rows) checkKind(row, first, faults);
  const fields = {
    ...fieldsOf(first, ofMovement, faults),
    route: stops.map((row) => fieldsOf(row, ofStop, faults)),
    ...(vehicles.length === 0 ? {} : { vehicles: vehicles.map((row) => fieldsOf(row, ofVehicle, faults)) }),
  };
  if (stops.length < 2) faults.push({ line: first.line, column: rowColumn, say: { word: 'fault.stops' } });
  const find = (field: string) => placeOf(field, first, stops, vehicles);
  return notification({ line: first.line, id, faults, fields, cells: first.cells, find });
}

function checkKind(row: Row, first: Row, faults: Fault[]): void {
  const { line } = row;
  const own = kinds[kindOf(row)];
  if (own === undefined) {
    faults.push({ line, column: rowColumn, say: { word: 'fault.kind' } });
    return;
  }
  if (row !== first && kindOf(row) === 'MOVEMENT')
    faults.push({ line, column: idColumn, say: { word: 'fault.sameId', values: { line: first.line } } });
  const names = [
    idColumn,
    rowColumn,
    aboutColumn,
    ...(row === first ? [tellColumn] : []),
    ...own.map(({ name }) => name),
  ];
  for (const column of headerOf('movement').filter((name) => !names.includes(name) && row.cells.has(name)))
    faults.push({ line, column, say: { word: 'fault.wrongRow', values: { row: kindOf(row) } } });
}

function stray(row: Row | undefined, say: Said): SheetNotification {
  const line = row?.line ?? 1;
  const id = row?.cells.get(idColumn);
  const faults = [{ line, ...(id === undefined ? {} : { id }), column: idColumn, say }];
  return { line, ...(id === undefined ? {} : { id }), tell: [], faults, find: () => ({}), spoils: true };
}

interface Read {
  readonly line: number;
  readonly id: string | undefined;
  readonly faults: readonly Fault[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cells: ReadonlyMap<string, string>;
  readonly find: (field: string) => Place;
}

function notification({ line, id, faults, fields, cells, find }: Read): SheetNotification {
  const named = id === undefined ? {} : { id };
  const tell = (cells.get(tellColumn) ?? '').split(';').map((each) => each.trim());
  return {
    line,
    ...named,
    ...(faults.length === 0 ? { draft: fields } : {}),
    tell: [...new Set(tell.filter((each) => each !== ''))],
    faults: faults.map((fault) => ({ ...fault, ...named })),
    find,
    spoils: false,
  };
}

function kindOf(row: Row): string {
  return (row.cells.get(rowColumn) ?? '').toUpperCase();
}

function fieldsOf(row: Row, columns: readonly Column[], faults: Fault[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const column of columns) {
    const cell = row.cells.get(column.name);
    const value = cell === undefined ? undefined : column.read(cell);
    if (value !== undefined) set(fields, column.field, value);
    else if (cell !== undefined) faults.push({ line: row.line, column: column.name, say: { word: column.fault } });
    else if (column.needed) faults.push({ line: row.line, column: column.name, say: { word: 'fault.needed' } });
  }
  return fields;
}

/** Sets a field by its path, such as `position.lat`. */
function set(fields: Record<string, unknown>, path: string, value: unknown): void {
  const [name = '', part] = path.split('.');
  if (part === undefined) fields[name] = value;
  else fields[name] = { ...(fields[name] as object | undefined), [part]: value };
}

/** The column of a field, or of something in it. */
function columnOf(columns: readonly Column[], field: string): { readonly column?: string } {
  if (field.startsWith('recipients')) return { column: tellColumn };
  const found =
    columns.find(
      (column) =>
        column.field === field || field.startsWith(`${column.field}[`) || field.startsWith(`${column.field}.`),
    ) ?? columns.find((column) => column.field.startsWith(`${field}.`));
  return found === undefined ? {} : { column: found.name };
}

/** The server counts stops and vehicles from zero: `route[1].lat`. */
function placeOf(field: string, first: Row, stops: readonly Row[], vehicles: readonly Row[]): Place {
  const [, list, index, part] = /^(route|vehicles)\[(\d{1,5})\](?:\.(.+))?$/.exec(field) ?? [];
  const row = (list === 'route' ? stops : vehicles)[Number(index)];
  if (list === undefined || row === undefined) return { ...columnOf(ofMovement, field), line: first.line };
  return { ...(part === undefined ? {} : columnOf(list === 'route' ? ofStop : ofVehicle, part)), line: row.line };
}

/** The same with what each lacks of consent: one that names a force without it goes to nobody. */
export function withConsent(
  rows: readonly SheetNotification[],
  consents: readonly string[],
  nameOf: (audience: string) => string,
): readonly SheetNotification[] {
  return rows.map((row) => {
    const lacking = row.tell.filter((audience) => !consents.includes(audience));
    if (lacking.length === 0) return row;
    const { draft: _, ...rest } = row;
    const faults = lacking.map((audience) => ({
      line: row.line,
      ...(row.id === undefined ? {} : { id: row.id }),
      column: tellColumn,
      say: { word: 'fault.consent', values: { audience: nameOf(audience) } } as const,
    }));
    return { ...rest, faults: [...row.faults, ...faults] };
  });
}
