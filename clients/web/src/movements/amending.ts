import type { Values } from '../incidents/values.ts';
import type { MovementForm } from './form.ts';
import type { Line } from './lineFile.ts';
import type { Named } from './NamedField.tsx';

/** What was typed into an amendment, and nothing of the movement beside it: this alone outlives a reload. */
export interface Amending {
  /** The version that was before the person; 0 when it has none. */
  readonly read: number;
  readonly reason: string;
  readonly values: Values;
  /** Null for who is left out. */
  readonly named: Readonly<Record<string, boolean | null>>;
  readonly stops?: MovementForm['stops'];
  readonly vehicles?: MovementForm['vehicles'];
  /** Null when the road was taken out. */
  readonly geometry?: Line | null;
  readonly alternates?: readonly Line[];
}

export function untouched(read: number): Amending {
  return { read, reason: '', values: {}, named: {} };
}

export function isTouched({ read: _, reason, values, named, ...whole }: Amending): boolean {
  return reason !== '' || [values, named, whole].some((part) => Object.keys(part).length > 0);
}

/** What differs between a version and the form over it. Single answers differ one by one; stops, vehicles and lines as a whole. */
export function typedOver(first: MovementForm, form: MovementForm, { read, reason }: Amending): Amending {
  return {
    read,
    reason,
    values: differing(first.values, form.values, ''),
    named: differing(first.named, form.named, null),
    ...(isSame(first.stops, form.stops) ? {} : { stops: form.stops }),
    ...(isSame(first.vehicles, form.vehicles) ? {} : { vehicles: form.vehicles }),
    ...(isSame(first.geometry, form.geometry) ? {} : { geometry: form.geometry ?? null }),
    ...(isSame(first.alternates, form.alternates) ? {} : { alternates: form.alternates ?? [] }),
  };
}

/** The form of a version with what was typed. INVARIANT: it names nobody whom that version does not name. */
export function formWith(first: MovementForm, typed: Amending): MovementForm {
  const named = Object.keys(first.named).flatMap((audience) => {
    const said = audience in typed.named ? typed.named[audience] : first.named[audience];
    return typeof said === 'boolean' ? [[audience, said] as const] : [];
  });
  return {
    values: { ...first.values, ...typed.values },
    named: Object.fromEntries(named) satisfies Named,
    stops: typed.stops ?? first.stops,
    vehicles: typed.vehicles ?? first.vehicles,
    geometry: typed.geometry === undefined ? first.geometry : (typed.geometry ?? undefined),
    alternates: typed.alternates ?? first.alternates ?? [],
  };
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

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
