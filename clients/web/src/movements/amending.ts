import { answersOver, answersWith, isSame, type Typed } from '../notices/typed.ts';
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
  return {
    ...answersOver(first, form, typed),
    ...(isSame(first.stops, form.stops) ? {} : { stops: form.stops }),
    ...(isSame(first.vehicles, form.vehicles) ? {} : { vehicles: form.vehicles }),
    ...(isSame(first.geometry, form.geometry) ? {} : { geometry: form.geometry ?? null }),
    ...(isSame(first.alternates, form.alternates) ? {} : { alternates: form.alternates ?? [] }),
  };
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
