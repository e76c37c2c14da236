import type { Typed } from '../notices/typed.ts';
import type { Answers } from '../notices/typedOver.ts';
import type { Values } from '../incidents/values.ts';
import type { MovementForm } from './form.ts';
import type { Line } from './lineFile.ts';
import type { Named } from './NamedField.tsx';

/** The form of a movement as one set of answers: stops, vehicles and lines are each one of them, under the name of its field. */
export interface MovementAnswers extends Answers {
  readonly route: MovementForm['stops'];
  readonly vehicles: MovementForm['vehicles'];
  /** Empty where nobody drew it. */
  readonly routeGeometry: Line | '';
  readonly alternateRoutes: readonly Line[];
}

export function answersOf({ values, stops, vehicles, geometry, alternates }: MovementForm): MovementAnswers {
  return { ...values, route: stops, vehicles, routeGeometry: geometry ?? '', alternateRoutes: alternates ?? [] };
}

export function formWith(
  { route, vehicles, routeGeometry, alternateRoutes, ...values }: MovementAnswers,
  named: Named,
): MovementForm {
  return {
    values: values as Values,
    stops: route,
    vehicles,
    geometry: routeGeometry || undefined,
    alternates: alternateRoutes,
    named,
  };
}

/** What an earlier page kept: there, parts of the form stood beside its answers. */
interface KeptBefore extends Typed {
  readonly stops?: MovementForm['stops'];
  readonly vehicles?: MovementForm['vehicles'];
  readonly geometry?: Line | null;
  readonly alternates?: readonly Line[];
}

export function asKeptNow({
  stops: route,
  vehicles,
  geometry,
  alternates: alternateRoutes,
  ...typed
}: KeptBefore): Typed {
  const routeGeometry = geometry === null ? '' : geometry;
  const parts = Object.entries({ route, vehicles, routeGeometry, alternateRoutes });
  return {
    ...typed,
    values: { ...typed.values, ...Object.fromEntries(parts.filter(([, part]) => part !== undefined)) },
  };
}
