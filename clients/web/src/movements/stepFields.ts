import { wholeOf } from '../components/fieldPath.ts';

/** Fields for the own side that most leave out, by what they are about. */
export const moreFields = {
  people: ['internationalStaff', 'nationalStaff', 'drivers', 'contractors'],
  cargo: ['cargo', 'cargoTonnes', 'cargoCubicMetres', 'dangerousGoods', 'waybill'],
  crossing: ['frontLineCrossing', 'partiesOnRoute'],
  communications: ['communications', 'radioCallSign'],
} as const;

/** Which step of a notification asks for which fields, in the order of the steps. */
export const stepFields = {
  what: [
    'category',
    'mode',
    'country',
    'windowStart',
    'windowEnd',
    'lateReason',
    'purpose',
    'notes',
    'staff',
    'evacuees',
    ...moreFields.people,
    ...moreFields.cargo,
  ],
  route: ['route', 'routeGeometry', 'alternateRoutes', ...moreFields.crossing],
  vehicles: [
    'vehicles',
    'escort',
    'escortJustification',
    'callContact',
    'alternateContact',
    'focalPoint',
    ...moreFields.communications,
  ],
  who: ['recipients'],
} as const;

export type StepName = keyof typeof stepFields;

/** The step that asks for a field or a part of it; undefined for what the form does not ask. */
export function stepOf(path: string): StepName | undefined {
  const whole = wholeOf(path);
  return (Object.keys(stepFields) as StepName[]).find((step) =>
    (stepFields[step] as readonly string[]).includes(whole),
  );
}
