import type { Values } from '../incidents/values.ts';
import type { NoticeGroup } from '../notices/questions.ts';

/** What an advisory asks; the state of a route only where it is about one, and what stays with the own force only of a force. */
export function advisoryGroups(values: Values, own: boolean): readonly NoticeGroup[] {
  const route = values['advisoryType'] === 'ROUTE_STATUS';
  return [
    {
      name: 'what',
      questions: [
        { kind: 'code', name: 'advisoryType', list: 'advisory-type', required: true },
        ...(route ? [{ kind: 'code', name: 'routeStatus', list: 'route-status', required: true } as const] : []),
        { kind: 'code', name: 'severity', list: 'cap-severity', required: true },
        { kind: 'code', name: 'urgency', list: 'cap-urgency', required: true },
        { kind: 'code', name: 'certainty', list: 'cap-certainty', required: true },
        { kind: 'code', name: 'adviceToOthers', list: 'advice' },
      ],
    },
    {
      name: 'when',
      questions: [
        { kind: 'instant', name: 'validFrom', required: true },
        { kind: 'instant', name: 'validUntil', required: true },
      ],
    },
    {
      name: 'where',
      questions: [
        { kind: 'code', name: 'country', list: 'country', required: true },
        { kind: 'line', name: 'admin1', max: 120 },
        { kind: 'line', name: 'admin1Pcode', max: 20 },
        { kind: 'line', name: 'admin2', max: 120 },
        { kind: 'line', name: 'admin2Pcode', max: 20 },
        { kind: 'line', name: 'place', max: 120 },
        { kind: 'position', name: 'position' },
        { kind: 'count', name: 'radius' },
        { kind: 'outline', name: 'outline' },
      ],
    },
    {
      name: 'words',
      questions: [
        { kind: 'text', name: 'summary', max: 2000, required: true },
        { kind: 'contact', name: 'callContact' },
      ],
    },
    ...(own ? [ownGroup] : []),
  ];
}

/** INVARIANT: what stays with a force is asked of nobody whose whole side would read it. */
const ownGroup: NoticeGroup = {
  name: 'own',
  questions: [
    { kind: 'line', name: 'unit', max: 1000 },
    { kind: 'line', name: 'operation', max: 1000 },
    { kind: 'line', name: 'source', max: 1000 },
  ],
};
