import type { IncidentDraft } from '../api/incidents.ts';
import type { Fields } from '../api/items.ts';
import { numberIn, wholeIn } from '../i18n/numbers.ts';
import type { Position } from '../places/readPosition.ts';
import { shapeOf } from './fields.ts';

/** What stands in the form, by input name; `occurredAt.date`, `position.read` and `impact.killed` are inputs of their own. */
export type Values = Readonly<Record<string, string | boolean | readonly string[]>>;

const instants = ['occurredAt', 'occurredUntil'];

/** The report as it would be posted: only what was said. */
export function contentOf(values: Values): IncidentDraft {
  const content: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || value === false || (Array.isArray(value) && value.length === 0)) continue;
    const said = typeof value === 'string' ? value.trim() : value;
    if (!name.includes('.') && said !== '') content[name] = said;
  }
  for (const name of instants) {
    const instant = instantOf(text(values[`${name}.date`]), text(values[`${name}.time`]));
    if (instant !== undefined) content[name] = instant;
  }
  const position = positionIn(values);
  // Words that name no position are not dropped unseen: the service says what to mend.
  if (position !== undefined || isWritten(values)) content['position'] = position ?? { lat: null, lon: null };
  const impact = impactOf(values);
  if (Object.keys(impact).length > 0) content['impact'] = impact;
  return content;
}

/** What a form shows of a report that exists. */
export function valuesOf(fields: Fields): Values {
  const values: Record<string, string | boolean | readonly string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    const shape = shapeOf(name).shape;
    if (instants.includes(name) && typeof value === 'string')
      Object.assign(values, partsOf(name, value, fields['timeKnown'] !== false));
    else if (shape === 'instant' && typeof value === 'string') values[name] = value.slice(0, 10);
    else if (shape === 'point' || shape === 'counts') Object.assign(values, inner(name, value));
    else if (typeof value === 'string' || typeof value === 'boolean') values[name] = value;
    else if (Array.isArray(value)) values[name] = value.filter((code) => typeof code === 'string');
  }
  return values;
}

/** The fields that changed, and those that were emptied, between two states of a form. */
export function changesOf(
  before: Values,
  after: Values,
): { readonly changed: IncidentDraft; readonly clear: readonly string[] } {
  const [was, is] = [contentOf(before), contentOf(after)];
  const changed: Record<string, unknown> = {};
  const clear: string[] = [];
  for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (JSON.stringify(was[name]) === JSON.stringify(is[name])) continue;
    if (is[name] !== undefined) changed[name] = is[name];
    else if (was[name] === true) changed[name] = false;
    else clear.push(name);
  }
  return { changed, clear };
}

/** A day alone stays a day; a day with a time is an instant with the offset of this device, so that no zone is guessed later. */
export function instantOf(date: string, time: string): string | undefined {
  if (date === '') return undefined;
  if (time === '') return date;
  const minutes = -new Date(`${date}T${time}`).getTimezoneOffset();
  if (Number.isNaN(minutes)) return `${date}T${time}`;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${date}T${time}:00${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/** The position as it was read last, else as the report has it. */
export function positionIn(values: Values): Position | undefined {
  const read = values['position.read'];
  const [lat, lon] = (typeof read === 'object' ? read : [values['position.lat'], values['position.lon']]).map(numberOf);
  return lat === undefined || lon === undefined ? undefined : { lat, lon };
}

/** Whether something stands where the position is typed. */
function isWritten(values: Values): boolean {
  const read = values['position.read'];
  return typeof read === 'object' && text(read[2]) !== '';
}

function partsOf(name: string, instant: string, timeKnown: boolean): Record<string, string> {
  if (!timeKnown || instant.length <= 10) return { [`${name}.date`]: instant.slice(0, 10) };
  const at = new Date(instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return { [`${name}.date`]: local.slice(0, 10), [`${name}.time`]: local.slice(11, 16) };
}

function impactOf(values: Values): Record<string, number> {
  const impact: Record<string, number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith('impact.') || text(value) === '') continue;
    // What is no count is not dropped unseen: the service says which one, and what to give.
    impact[name.slice('impact.'.length)] = wholeIn(text(value)) ?? -1;
  }
  return impact;
}

function inner(name: string, value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => typeof each === 'number')
      .map(([key, each]) => [`${name}.${key}`, String(each)]),
  );
}

function numberOf(value: Values[string] | undefined): number | undefined {
  return numberIn(text(value));
}

function text(value: Values[string] | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
