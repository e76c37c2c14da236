import type { Decision } from './Overtaken.tsx';
import { overtakenIn, wholeOf, type Stood, type Typed } from './typed.ts';
import type { Keeping } from './useTyped.ts';

/**
 * What a colleague changed of that which is typed over an own item without making a new version of it: what recipients are not shown makes none. With a
 * newer version nothing is decided field by field; one begins from it.
 * @param now Answers and parts as they are now.
 * @param said Those that were typed.
 * @param without What was typed, without one field.
 */
export function decisionOver<T extends Typed>(
  { typed, newer, say }: Pick<Keeping<T>, 'typed' | 'newer' | 'say'>,
  now: Stood,
  said: Stood,
  without: (typed: T, field: string) => T,
): Decision {
  return {
    overtaken: newer ? [] : overtakenIn(now, said, typed.over),
    take: (field) => {
      say(without(typed, field));
    },
    keepMine: (field) => {
      const names = Object.keys(said).filter((name) => wholeOf(name) === field);
      const stands = Object.fromEntries(names.map((name) => [name, now[name] ?? null]));
      say({ ...typed, over: { ...typed.over, ...stands } });
    },
  };
}

/** What was typed, without the answers of one field. */
export function withoutAnswer<T extends Typed>(typed: T, field: string): T {
  const stay = (stood: object) => Object.entries(stood).filter(([name]) => wholeOf(name) !== field);
  return { ...typed, values: Object.fromEntries(stay(typed.values)), over: Object.fromEntries(stay(typed.over ?? {})) };
}
