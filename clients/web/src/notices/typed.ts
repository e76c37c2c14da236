import type { Values } from '../incidents/values.ts';
import type { Named } from '../movements/NamedField.tsx';

/** Answers and whole parts of a form, by name. */
export type Stood = Readonly<Record<string, unknown>>;

/** What was typed over an item of the own organisation, with what stood in the same place, and nothing of the item beside it: this alone outlives a reload. */
export interface Typed {
  /** The version that was before the person; 0 when it has none. */
  readonly read: number;
  /** Whether it was sent and may have arrived, without an answer. */
  readonly tried: boolean;
  readonly reason: string;
  readonly values: Values;
  /** What stood there when it was typed, by answer or part; null where nothing did. Absent in what was kept before this was. */
  readonly over?: Stood;
  /** Null for who is left out. Absent where nobody is named. */
  readonly named?: Readonly<Record<string, boolean | null>>;
}

export function untouched(read: number): Typed {
  return { read, tried: false, reason: '', values: {} };
}

export function isTouched({ read: _, tried: __, over: ___, reason, values, named = {}, ...whole }: Typed): boolean {
  return reason !== '' || [values, named, whole].some((part) => Object.keys(part).length > 0);
}

/**
 * The answers that are others than those of a version. What has parts, such as a day with its time or somebody's name and number, is kept whole:
 * a part of it beside what a colleague gave for the others would be somebody who is not there.
 */
export function valuesOver(first: Values, values: Values, over: Stood = {}): Values {
  // What passes through a colleague's answer while somebody types goes on being over the one that it was begun on.
  const begun = Object.keys(over).filter((name) => name in values && !isLike(values[name], over[name]));
  const changed = new Set([...Object.keys(differing(first, values, '')), ...begun].map(wholeOf));
  const names = new Set([...Object.keys(first), ...Object.keys(values)]);
  return Object.fromEntries(
    [...names].filter((name) => changed.has(wholeOf(name))).map((name) => [name, values[name] ?? '']),
  );
}

/** The part of a form that is the same in every form that names forces. */
export interface Answers {
  readonly values: Values;
  readonly named: Named;
}

/** What differs between a version and the form over it; answers differ one by one. */
export function answersOver(first: Answers, form: Answers, { read, tried, reason, over }: Typed): Typed {
  const values = valuesOver(first.values, form.values, over);
  return {
    read,
    tried,
    reason,
    values,
    over: stoodBelow(first.values, values, over),
    named: differing(first.named, form.named, null),
  };
}

/** What stands below that which was typed, and stays what it was when it was typed. */
export function stoodBelow(now: Stood, said: Stood, before: Stood = {}): Stood {
  return Object.fromEntries(
    Object.keys(said).map((name) => [name, name in before ? before[name] : (now[name] ?? null)]),
  );
}

/** Fields that were typed over and that a colleague changed meanwhile to something else than what was typed. */
export function overtakenIn(now: Stood, said: Stood, over: Stood = {}): readonly string[] {
  const names = Object.keys(said).filter(
    (name) => name in over && !isLike(now[name], over[name]) && !isLike(now[name], said[name]),
  );
  return [...new Set(names.map(wholeOf))];
}

/** An answer that is not there is an empty one, and the service trims words. */
export function isLike(one: unknown, other: unknown): boolean {
  return isSame(plain(one), plain(other));
}

function plain(answer: unknown): unknown {
  return typeof answer === 'string' ? answer.trim() : (answer ?? '');
}

/** The answers of a version with what was typed. INVARIANT: they name nobody whom that version does not name. */
export function answersWith(first: Answers, typed: Typed): Answers {
  const said = typed.named ?? {};
  const named = Object.keys(first.named).flatMap((audience) => {
    const now = audience in said ? said[audience] : first.named[audience];
    return typeof now === 'boolean' ? [[audience, now] as const] : [];
  });
  return { values: { ...first.values, ...typed.values }, named: Object.fromEntries(named) };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The field of an answer that is one of its parts. */
export function wholeOf(name: string): string {
  return name.split('.')[0] ?? name;
}

/** What is another now, and `gone` for what is not there any more. */
function differing<Value, Gone>(
  was: Readonly<Record<string, Value>>,
  is: Readonly<Record<string, Value>>,
  gone: Gone,
): Readonly<Record<string, Value | Gone>> {
  const changed: [string, Value | Gone][] = Object.entries(is).filter(([name, value]) => !isSame(value, was[name]));
  for (const name of Object.keys(was)) if (!(name in is)) changed.push([name, gone]);
  return Object.fromEntries(changed);
}
