import { useSignal } from '@preact/signals';
import type { Values } from '../incidents/values.ts';
import type { Decision } from './Overtaken.tsx';
import { isLike, wholeOf } from './typed.ts';

type Answer = Values[string] | undefined;

/** An answer that was typed, and the one that stood there when it was. */
interface TypedOver {
  readonly value: Answer;
  readonly over: Answer;
}

/** The answers of an own item as it is now, with what is typed over them. */
export interface Revision extends Decision {
  /** Of the item as it is now. */
  readonly now: Values;
  /** With what was typed. */
  readonly values: Values;
  readonly say: (values: Values) => void;
}

/** Keeps what is typed over an item that may change meanwhile: what nobody else touched goes on, and nobody's answer is undone unseen. */
export function useRevision(now: Values): Revision {
  const typed = useSignal<ReadonlyMap<string, TypedOver>>(new Map());
  const values = valuesWith(now, typed.value);
  const overtaken = new Set(
    [...typed.value].filter(([name, each]) => isOvertaken(each, now[name])).map(([name]) => wholeOf(name)),
  );
  return {
    now,
    values,
    overtaken: [...overtaken],
    say: (next) => (typed.value = typedOver(now, next, typed.value)),
    take: (field) => (typed.value = new Map([...typed.value].filter(([name]) => wholeOf(name) !== field))),
    keepMine: (field) =>
      (typed.value = new Map(
        [...typed.value].map(([name, each]) => [name, wholeOf(name) === field ? { ...each, over: now[name] } : each]),
      )),
  };
}

function isOvertaken({ value, over }: TypedOver, now: Answer): boolean {
  return !isLike(now, over) && !isLike(now, value);
}

function valuesWith(now: Values, typed: ReadonlyMap<string, TypedOver>): Values {
  const all = { ...now };
  for (const [name, { value }] of typed) all[name] = value ?? '';
  return all;
}

/** A field with parts, such as a day with its time, is kept whole: a part of it beside what a colleague gave for the others would be nobody's answer. */
function typedOver(now: Values, next: Values, before: ReadonlyMap<string, TypedOver>): ReadonlyMap<string, TypedOver> {
  const names = [...new Set([...Object.keys(now), ...Object.keys(next), ...before.keys()])];
  const differing = names.filter((name) => !isLike(next[name], before.get(name)?.over ?? now[name]));
  const fields = new Set(differing.map(wholeOf));
  const over = (name: string) => (before.has(name) ? before.get(name)?.over : now[name]);
  return new Map(
    names.filter((name) => fields.has(wholeOf(name))).map((name) => [name, { value: next[name], over: over(name) }]),
  );
}
