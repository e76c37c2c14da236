import type { Fields } from '../api/items.ts';
import { property, textOf } from '../components/fieldReaders.ts';
import { isDay } from '../i18n/dates.ts';
import { numberIn, wholeIn } from '../i18n/numbers.ts';
import { instantOf, type Values } from '../incidents/values.ts';
import { cornersIn, cornersOf } from './outline.ts';
import { contactParts, type NoticeQuestion } from './questions.ts';

/** A notice as it would be sent, or a part of one. */
export type NoticeContent = Readonly<Record<string, unknown>>;

/** What would not be understood, or would be lost, if this were sent now. */
export type NoticeFault = 'time' | 'number' | 'position' | 'outline' | 'contact';

/** The answers as they would be sent: only what was said. */
export function contentOf(questions: readonly NoticeQuestion[], values: Values): NoticeContent {
  const said = questions
    .map((question) => [question.name, answerTo(question, values)] as const)
    .filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(said);
}

/** By field as the server names it. */
export function faultsOf(questions: readonly NoticeQuestion[], values: Values): ReadonlyMap<string, NoticeFault> {
  const found = questions.flatMap((question) => {
    const fault = faultIn(question, values);
    return fault === undefined ? [] : [[question.name, fault] as const];
  });
  return new Map(found);
}

/** Questions that must be answered and are not. */
export function unansweredIn(questions: readonly NoticeQuestion[], values: Values): readonly string[] {
  return questions
    .filter((question) => question.required && answerTo(question, values) === undefined)
    .filter((question) => faultIn(question, values) === undefined)
    .map((question) => question.name);
}

/** What a form shows of a notice that exists. */
export function valuesOf(questions: readonly NoticeQuestion[], fields: Fields): Values {
  return Object.assign({}, ...questions.map((question) => inputsOf(question, fields[question.name]))) as Values;
}

/** The fields that changed between two states of a form, and those that were emptied. */
export function changesOf(
  questions: readonly NoticeQuestion[],
  before: Values,
  after: Values,
): { readonly changed: NoticeContent; readonly clear: readonly string[] } {
  const [was, is] = [contentOf(questions, before), contentOf(questions, after)];
  return {
    changed: Object.fromEntries(
      Object.entries(is).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])),
    ),
    clear: Object.keys(was).filter((name) => is[name] === undefined),
  };
}

function answerTo(question: NoticeQuestion, values: Values): unknown {
  const { name } = question;
  switch (question.kind) {
    case 'code':
    case 'line':
    case 'text':
      return typed(values, name) || undefined;
    case 'codes': {
      const codes = values[name];
      return Array.isArray(codes) && codes.length > 0 ? codes : undefined;
    }
    case 'count':
      return wholeIn(typed(values, name));
    case 'instant':
      return instantIn(question, values);
    case 'position': {
      const [lat, lon] = positionIn(values, name);
      return lat === undefined || lon === undefined ? undefined : { lat, lon };
    }
    case 'outline':
      return cornersIn(typed(values, name));
    case 'contact': {
      const parts = contactParts
        .map((part) => [part, typed(values, `${name}.${part}`)] as const)
        .filter(([, text]) => text !== '');
      return parts.length === 0 ? undefined : Object.fromEntries(parts);
    }
  }
}

function faultIn(question: NoticeQuestion, values: Values): NoticeFault | undefined {
  const { name } = question;
  switch (question.kind) {
    case 'instant': {
      const [date, time] = [typed(values, `${name}.date`), typed(values, `${name}.time`)];
      const half = date === '' ? time !== '' : time === '' && question.day === undefined;
      return half ? 'time' : undefined;
    }
    case 'count':
      return typed(values, name) !== '' && answerTo(question, values) === undefined ? 'number' : undefined;
    case 'position':
      return isWritten(values, name) && answerTo(question, values) === undefined ? 'position' : undefined;
    case 'outline':
      return typed(values, name) !== '' && answerTo(question, values) === undefined ? 'outline' : undefined;
    case 'contact': {
      const call = answerTo(question, values);
      const whole = call === undefined || (textOf(property(call, 'name')) && textOf(property(call, 'phone')));
      return whole ? undefined : 'contact';
    }
    case 'code':
    case 'codes':
    case 'line':
    case 'text':
      return undefined;
  }
}

function inputsOf(question: NoticeQuestion, value: unknown): Values {
  const { name } = question;
  switch (question.kind) {
    case 'code':
    case 'line':
    case 'text':
      return { [name]: textOf(value) ?? '' };
    case 'codes':
      return { [name]: Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [] };
    case 'count':
      return { [name]: typeof value === 'number' ? String(value) : '' };
    case 'instant': {
      const instant = textOf(value);
      const [date, time] = question.day && isDay(instant) ? [instant.slice(0, 10), ''] : localParts(instant);
      return { [`${name}.date`]: date, [`${name}.time`]: time };
    }
    case 'position': {
      const [lat, lon] = [property(value, 'lat'), property(value, 'lon')];
      return typeof lat === 'number' && typeof lon === 'number'
        ? { [`${name}.lat`]: String(lat), [`${name}.lon`]: String(lon) }
        : {};
    }
    case 'outline':
      return { [name]: cornersOf(value) };
    case 'contact':
      return Object.fromEntries(contactParts.map((part) => [`${name}.${part}`, textOf(property(value, part)) ?? '']));
  }
}

function instantIn(question: NoticeQuestion & { readonly kind: 'instant' }, values: Values): string | undefined {
  const [date, time] = [typed(values, `${question.name}.date`), typed(values, `${question.name}.time`)];
  return date === '' || (time === '' && question.day === undefined) ? undefined : instantOf(date, time);
}

/** As it was read last, else as the notice has it. */
function positionIn(values: Values, name: string): readonly [lat: number | undefined, lon: number | undefined] {
  const [lat = '', lon = ''] = readOf(values, name) ?? [typed(values, `${name}.lat`), typed(values, `${name}.lon`)];
  return [numberIn(lat), numberIn(lon)];
}

/** Whether something stands where a position is typed: words that name none are not dropped unseen. */
function isWritten(values: Values, name: string): boolean {
  const [, , written = ''] = readOf(values, name) ?? [];
  const parts = typed(values, `${name}.lat`) + typed(values, `${name}.lon`);
  return readOf(values, name) === undefined ? parts !== '' : written.trim() !== '';
}

/** Latitude, longitude and what was typed, as the input of positions keeps them. */
function readOf(values: Values, name: string): readonly string[] | undefined {
  const read = values[`${name}.read`];
  return typeof read === 'object' ? read : undefined;
}

function typed(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Day and time where the reader is. */
export function localParts(instant: string | undefined): readonly [date: string, time: string] {
  const at = new Date(instant ?? '');
  if (Number.isNaN(at.getTime())) return ['', ''];
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}
