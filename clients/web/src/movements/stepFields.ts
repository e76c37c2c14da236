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

/** Name of a field as the form has it: a preview names it below the content, `content.route[0].lat`. */
export function fieldIn(path: string): string {
  return path.replace(/^content\./, '');
}

/** The field that a part belongs to: `route` for `content.route[0].lat`. */
export function wholeOf(path: string): string {
  return /^\w+/.exec(fieldIn(path))?.[0] ?? '';
}

/** The step that asks for a field or a part of it; undefined for what the form does not ask. */
export function stepOf(path: string): StepName | undefined {
  const whole = wholeOf(path);
  return (Object.keys(stepFields) as StepName[]).find((step) =>
    (stepFields[step] as readonly string[]).includes(whole),
  );
}
