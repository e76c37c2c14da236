import { decisionOver, withoutAnswer } from '../notices/decisionOver.ts';
import type { Decision } from '../notices/Overtaken.tsx';
import { answersOver, answersWith, isSame, stoodBelow, type Stood, type Typed } from '../notices/typed.ts';
import type { Keeping } from '../notices/useTyped.ts';
import type { MovementForm } from './form.ts';
import type { Line } from './lineFile.ts';

/** What was typed into an amendment of a movement. */
export interface Amending extends Typed {
  readonly stops?: MovementForm['stops'];
  readonly vehicles?: MovementForm['vehicles'];
  /** Null when the road was taken out. */
  readonly geometry?: Line | null;
  readonly alternates?: readonly Line[];
}

/** What differs between a version and the form over it. Stops, vehicles and lines as a whole. */
export function typedOver(first: MovementForm, form: MovementForm, typed: Amending): Amending {
  const next: Amending = {
    ...answersOver(first, form, typed),
    ...(isSame(first.stops, form.stops) ? {} : { stops: form.stops }),
    ...(isSame(first.vehicles, form.vehicles) ? {} : { vehicles: form.vehicles }),
    ...(isSame(first.geometry, form.geometry) ? {} : { geometry: form.geometry ?? null }),
    ...(isSame(first.alternates, form.alternates) ? {} : { alternates: form.alternates ?? [] }),
  };
  return { ...next, over: stoodBelow(standing(first), saidIn(next), typed.over) };
}

/** What of that was typed a colleague changed meanwhile without making a new version. */
export function decisionOn(first: MovementForm, keeping: Pick<Keeping<Amending>, 'typed' | 'newer' | 'say'>): Decision {
  return decisionOver(keeping, standing(first), saidIn(keeping.typed), withoutField);
}

/** Parts of the form under the names of their fields. */
const parts = {
  route: 'stops',
  vehicles: 'vehicles',
  routeGeometry: 'geometry',
  alternateRoutes: 'alternates',
} as const satisfies Record<string, keyof MovementForm & keyof Amending>;

function standing(first: MovementForm): Stood {
  return { ...first.values, ...Object.fromEntries(Object.entries(parts).map(([field, part]) => [field, first[part]])) };
}

function saidIn(typed: Amending): Stood {
  const said = Object.entries(parts).filter(([, part]) => typed[part] !== undefined);
  return { ...typed.values, ...Object.fromEntries(said.map(([field, part]) => [field, typed[part]])) };
}

function withoutField(typed: Amending, field: string): Amending {
  const rest = withoutAnswer(typed, field);
  if (!(field in parts)) return rest;
  const { [parts[field as keyof typeof parts]]: _, ...others } = rest;
  return others;
}

/** The form of a version with what was typed. */
export function formWith(first: MovementForm, typed: Amending): MovementForm {
  return {
    ...answersWith(first, typed),
    stops: typed.stops ?? first.stops,
    vehicles: typed.vehicles ?? first.vehicles,
    geometry: typed.geometry === undefined ? first.geometry : (typed.geometry ?? undefined),
    alternates: typed.alternates ?? first.alternates ?? [],
  };
}
