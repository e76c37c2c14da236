import type { MovementDraft } from '../api/movements.ts';
import type { Fields } from '../api/items.ts';
import { property, textOf } from '../components/fieldReaders.ts';
import { isAmbiguous, isWhole, numberIn } from '../i18n/numbers.ts';
import { instantOf, type Values } from '../incidents/values.ts';
import { lineOf, severalLinesOf, type Line } from './lineFile.ts';
import type { Named } from './NamedField.tsx';
import { moreFields } from './stepFields.ts';
import { audiencesOf, stopsOf, vehiclesOf } from './reading.ts';

/** One stop as typed: its position in decimal degrees as it was read, and as it was written. */
export interface StopInput {
  readonly type: string;
  readonly name: string;
  readonly lat: string;
  readonly lon: string;
  readonly written?: string | undefined;
  readonly date: string;
  readonly time: string;
  /** The end of the time there, where it has one; absent in what was kept before there were ends. */
  readonly untilDate?: string;
  readonly untilTime?: string;
}

export interface VehicleInput {
  readonly type: string;
  readonly plate: string;
  readonly colour: string;
  readonly marking: string;
}

/** What stands in the form of a notification. */
export interface MovementForm {
  /** Single answers; `windowStart.date`, `windowStart.time` and `callContact.phone` are inputs of their own. */
  readonly values: Values;
  readonly stops: readonly StopInput[];
  readonly vehicles: readonly VehicleInput[];
  /** How the route runs between the stops; absent when nobody drew it. */
  readonly geometry?: Line | undefined;
  /** Other ways that may be taken; absent in what was kept before there were any. */
  readonly alternates?: readonly Line[];
  /** Audiences to tell, and whether consent was given for each. */
  readonly named: Named;
}

export const emptyStop: StopInput = { type: 'WAYPOINT', name: '', lat: '', lon: '', date: '', time: '' };

export const emptyVehicle: VehicleInput = { type: '', plate: '', colour: '', marking: '' };

export const emptyForm: MovementForm = {
  values: {},
  stops: [
    { ...emptyStop, type: 'ORIGIN' },
    { ...emptyStop, type: 'DESTINATION' },
  ],
  vehicles: [],
  named: {},
};

const single = [
  'category',
  'mode',
  'purpose',
  'country',
  'notes',
  'lateReason',
  'escort',
  'waybill',
  'radioCallSign',
  'partiesOnRoute',
] as const;
const counts = ['staff', 'evacuees', ...moreFields.people] as const;
const amounts = ['cargoTonnes', 'cargoCubicMetres'] as const;
const lists = ['cargo', 'communications'] as const;
const flags = ['dangerousGoods', 'frontLineCrossing'] as const;
const windows = ['windowStart', 'windowEnd'] as const;
const contact = ['name', 'phone', 'callSign'] as const;
const people = ['callContact', 'alternateContact', 'focalPoint'] as const;

/** The notification as it would be sent: only what was said, and nobody without consent. */
export function contentOf(form: MovementForm): MovementDraft {
  const content: Record<string, unknown> = {};
  for (const name of single) Object.assign(content, said(name, typed(form, name)));
  if (isArmed(form.values)) Object.assign(content, said('escortJustification', typed(form, 'escortJustification')));
  for (const name of counts) Object.assign(content, said(name, numberIn(typed(form, name))));
  for (const name of amounts) Object.assign(content, said(name, amountIn(typed(form, name))));
  for (const name of lists) {
    const codes = form.values[name];
    if (Array.isArray(codes) && codes.length > 0) content[name] = codes;
  }
  for (const name of flags) if (form.values[name] === true) content[name] = true;
  for (const name of windows) Object.assign(content, said(name, instantIn(form.values, name)));
  content['route'] = form.stops.map(stopOf);
  if (form.geometry !== undefined) content['routeGeometry'] = form.geometry;
  if ((form.alternates ?? []).length > 0) content['alternateRoutes'] = form.alternates;
  content['vehicles'] = form.vehicles.map(spoken);
  for (const whom of people) {
    const call = Object.assign({}, ...contact.map((name) => said(name, typed(form, `${whom}.${name}`)))) as object;
    if (Object.keys(call).length > 0) content[whom] = call;
  }
  content['recipients'] = consented(form).map((audience) => ({ audience, consent: true }));
  return content;
}

/** To the kilogram or the litre. Twin: Carried of the movements service. */
function amountIn(text: string): number | undefined {
  const amount = numberIn(text);
  return amount === undefined ? undefined : Math.round(amount * 1e3) / 1e3;
}

function timeFault(stop: StopInput): Fault | undefined {
  const { date, time, untilDate = '', untilTime = '' } = stop;
  if ((date === '') !== (time === '') || (untilDate === '') !== (untilTime === '')) return 'time';
  const late = untilDate !== '' && (date === '' || `${untilDate}T${untilTime}` <= `${date}T${time}`);
  return late ? 'until' : undefined;
}

/** Whether the escort that was chosen needs a justification. Twin: Escorts of the movements service. */
export function isArmed(values: Values): boolean {
  return values['escort'] === 'ARMED_ESCORT' || values['escort'] === 'AREA_SECURITY';
}

/** How many those are together of whom the staff consist; undefined when none is said. Twin: StaffTotal of the movements service. */
export function staffTogether(values: Values): number | undefined {
  const parts = moreFields.people.map((name) => values[name]).map((value) => (typeof value === 'string' ? value : ''));
  const said = parts.map(numberIn).filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.reduce((sum, part) => sum + part, 0);
}

/** Audiences that were named and consented to, in one order. */
export function consented({ named }: Pick<MovementForm, 'named'>): readonly string[] {
  return Object.keys(named)
    .filter((audience) => named[audience] === true)
    .sort();
}

/** What would not be understood, or would be lost, if this were sent now; by field as the server names them. */
export type Fault =
  'time' | 'number' | 'amount' | 'parts' | 'position' | 'vehicle' | 'consent' | 'justification' | 'until' | 'none';

export function faultsOf(form: MovementForm): ReadonlyMap<string, Fault> {
  const faults = new Map<string, Fault>();
  for (const name of windows) {
    const [date, time] = [typed(form, `${name}.date`), typed(form, `${name}.time`)];
    if ((date === '') !== (time === '')) faults.set(name, 'time');
  }
  for (const name of counts) {
    if (typed(form, name) !== '' && !isWhole(typed(form, name))) faults.set(name, 'number');
  }
  for (const name of amounts)
    if (typed(form, name) !== '' && (numberIn(typed(form, name)) === undefined || isAmbiguous(typed(form, name))))
      faults.set(name, 'amount');
  for (const name of ofNone(form.values)) if (!faults.has(name)) faults.set(name, 'none');
  const [staff, together] = [numberIn(typed(form, 'staff')), staffTogether(form.values)];
  if (staff !== undefined && together !== undefined && staff < together) faults.set('staff', 'parts');
  if (isArmed(form.values) && typed(form, 'escortJustification') === '')
    faults.set('escortJustification', 'justification');
  form.stops.forEach((stop, index) => {
    if (numberIn(stop.lat) === undefined || numberIn(stop.lon) === undefined)
      faults.set(`route[${String(index)}]`, 'position');
    else {
      const fault = timeFault(stop);
      if (fault !== undefined) faults.set(`route[${String(index)}]`, fault);
    }
  });
  form.vehicles.forEach((vehicle, index) => {
    if (vehicle.type === '') faults.set(`vehicles[${String(index)}]`, 'vehicle');
  });
  for (const [audience, consent] of Object.entries(form.named)) {
    if (!consent) faults.set(audience, 'consent');
  }
  return faults;
}

/** What is said about a cargo, or a way to be reached, that is said not to be. Twin: Carried of the movements service. */
function ofNone(values: Values): readonly string[] {
  const isNone = (name: string) => Array.isArray(values[name]) && values[name].includes('NONE');
  const about = [
    ...(isNone('cargo') ? moreFields.cargo : []),
    ...(isNone('communications') ? moreFields.communications : []),
  ];
  return about.filter((name) => {
    const value = values[name];
    const isNought =
      (amounts as readonly string[]).includes(name) && typeof value === 'string' && numberIn(value) === 0;
    return value === true || (typeof value === 'string' && value.trim() !== '' && !isNought);
  });
}

/** Whether the least is there. Twin: ContentRules of the movements service. */
export function hasLeast(content: MovementDraft): boolean {
  return ['category', 'mode', 'windowStart', 'windowEnd', 'callContact'].every((name) => content[name] !== undefined);
}

/** What the form shows of a movement that exists. */
export function formOf(fields: Fields): MovementForm {
  const values: Record<string, string | boolean | readonly string[]> = {};
  for (const name of [...single, 'escortJustification']) values[name] = textOf(fields[name]) ?? '';
  for (const name of windows) {
    const [date, time] = localParts(textOf(fields[name]));
    Object.assign(values, { [`${name}.date`]: date, [`${name}.time`]: time });
  }
  for (const name of [...counts, ...amounts])
    values[name] = typeof fields[name] === 'number' ? String(fields[name]) : '';
  // A total that is the sum of its parts goes on following them, until somebody says another one.
  if (fields['staff'] === staffTogether(values)) values['staff'] = '';
  for (const name of lists) values[name] = codesIn(fields[name]);
  for (const name of flags) values[name] = fields[name] === true;
  for (const whom of people)
    for (const name of contact) values[`${whom}.${name}`] = textOf(property(fields[whom], name)) ?? '';
  return {
    values,
    stops: stopsOf(fields['route']).map((stop) => {
      const [date, time] = localParts(stop.at);
      const [untilDate, untilTime] = localParts(stop.until);
      return {
        type: stop.type ?? '',
        name: stop.name ?? '',
        lat: String(stop.lat),
        lon: String(stop.lon),
        date,
        time,
        untilDate,
        untilTime,
      };
    }),
    geometry: lineOf(fields['routeGeometry']),
    alternates: severalLinesOf(fields['alternateRoutes']),
    vehicles: vehiclesOf(fields['vehicles']).map((vehicle) => ({ ...emptyVehicle, ...vehicle })),
    named: Object.fromEntries(audiencesOf(fields['recipients']).map((audience) => [audience, true])),
  };
}

/** What a notification can be without. Twin: FieldReading of the movements service. */
const optional = [
  'purpose',
  'country',
  'notes',
  'staff',
  'evacuees',
  'escort',
  'escortJustification',
  'routeGeometry',
  'alternateRoutes',
  'alternateContact',
  'focalPoint',
  ...Object.values(moreFields).flat(),
];

/** The fields that changed between two states of the form, and in `clear` those that were emptied. */
export function changesOf(before: MovementForm, after: MovementForm): MovementDraft {
  const [was, is] = [contentOf(before), contentOf(after)];
  const changed = Object.entries(is).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]));
  // Lines go with the stops that they were drawn for: sent again, the service says when they do not, instead of taking them out unseen.
  const lines = Object.entries(is).filter(([name]) => name === 'routeGeometry' || name === 'alternateRoutes');
  if (changed.some(([name]) => name === 'route')) changed.push(...lines);
  const clear = optional.filter((name) => was[name] !== undefined && is[name] === undefined);
  return { ...Object.fromEntries(changed), ...(clear.length === 0 ? {} : { clear }) };
}

/** The instant of a day and a time of this device, when both are there: half of one is never guessed. */
export function instantIn(values: Values, name: string): string | undefined {
  const [date, time] = [values[`${name}.date`], values[`${name}.time`]];
  return typeof date === 'string' && typeof time === 'string' && date !== '' && time !== ''
    ? instantOf(date, time)
    : undefined;
}

function stopOf(stop: StopInput): object {
  const { date, time, untilDate = '', untilTime = '' } = stop;
  const at = date === '' || time === '' ? undefined : instantOf(date, time);
  const until = untilDate === '' || untilTime === '' ? undefined : instantOf(untilDate, untilTime);
  return {
    ...said('type', stop.type),
    ...said('name', stop.name.trim()),
    lat: numberIn(stop.lat) ?? null,
    lon: numberIn(stop.lon) ?? null,
    ...said('at', at),
    ...said('until', until),
  };
}

function spoken(vehicle: VehicleInput): object {
  return Object.fromEntries(
    Object.entries(vehicle)
      .map(([name, value]: [string, string]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

function said(name: string, value: string | number | undefined): object {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function codesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}

function typed(form: MovementForm, name: string): string {
  const value = form.values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Day and time where the reader is. */
function localParts(instant: string | undefined): readonly [date: string, time: string] {
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime())) return ['', ''];
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}
