import type { Named } from '../movements/NamedField.tsx';
import type { TypedOver } from './typedOver.ts';

/** What was typed into an amendment: this alone outlives a reload. */
export interface Typed extends TypedOver {
  /** The version that was before the person; 0 when it has none. */
  readonly read: number;
  /** Whether it was sent and may have arrived, without an answer. */
  readonly tried: boolean;
  readonly reason: string;
  /** Null for who is left out. Absent where nobody is named. */
  readonly named?: Readonly<Record<string, boolean | null>>;
}

export function untouched(read: number): Typed {
  return { read, tried: false, reason: '', values: {} };
}

export function isTouched({ reason, values, named = {} }: Typed): boolean {
  return reason !== '' || [values, named].some((part) => Object.keys(part).length > 0);
}

/** Who is named otherwise than in a version. */
export function namedOver(now: Named, next: Named): NonNullable<Typed['named']> {
  const audiences = Object.keys({ ...now, ...next }).filter((audience) => now[audience] !== next[audience]);
  return Object.fromEntries(audiences.map((audience) => [audience, next[audience] ?? null]));
}

/** Who is named in a version, with what was said of them. INVARIANT: nobody whom that version does not name. */
export function namedWith(now: Named, { named = {} }: Typed): Named {
  const said = Object.entries({ ...now, ...named }).filter(([audience, is]) => audience in now && is !== null);
  return Object.fromEntries(said) as Named;
}
