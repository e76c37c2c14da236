import type { Values } from '../incidents/values.ts';
import type { Named } from '../movements/NamedField.tsx';

/** What was typed over an item of the own organisation, and nothing of the item beside it: this alone outlives a reload. */
export interface Typed {
  /** What was before the person: the version, or the revision where no version stands in the fields; 0 when it has none. */
  readonly read: number;
  readonly reason: string;
  readonly values: Values;
  /** Null for who is left out. Absent where nobody is named. */
  readonly named?: Readonly<Record<string, boolean | null>>;
}

export function untouched(read: number): Typed {
  return { read, reason: '', values: {} };
}

export function isTouched({ read: _, reason, values, named = {}, ...whole }: Typed): boolean {
  return reason !== '' || [values, named, whole].some((part) => Object.keys(part).length > 0);
}

/** The answers that are others than those of a version. */
export function valuesOver(first: Values, values: Values): Values {
  return differing(first, values, '');
}

/** Whom the form names otherwise than a version does. */
export function namedOver(first: Named, named: Named): Required<Typed>['named'] {
  return differing(first, named, null);
}

/** Whom a version names, with what was typed. INVARIANT: nobody whom that version does not name. */
export function namedWith(first: Named, typed: Typed): Named {
  const said = typed.named ?? {};
  const named = Object.keys(first).flatMap((audience) => {
    const now = audience in said ? said[audience] : first[audience];
    return typeof now === 'boolean' ? [[audience, now] as const] : [];
  });
  return Object.fromEntries(named);
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

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
