import type { NoticeGroup } from '../notices/questions.ts';

/** What a site notification asks; who is told is asked last. */
export const siteGroups: readonly NoticeGroup[] = [
  {
    name: 'what',
    questions: [
      { kind: 'code', name: 'siteType', list: 'site-type', required: true },
      { kind: 'line', name: 'name', max: 120, required: true },
      { kind: 'line', name: 'localName', max: 120 },
      { kind: 'code', name: 'relation', list: 'site-relation', required: true },
    ],
  },
  {
    name: 'where',
    questions: [
      { kind: 'position', name: 'position', required: true },
      { kind: 'code', name: 'coordinateMethod', list: 'coordinate-method', required: true },
      { kind: 'count', name: 'accuracy', required: true },
      { kind: 'outline', name: 'footprint' },
    ],
  },
  {
    name: 'area',
    questions: [
      { kind: 'code', name: 'country', list: 'country', required: true },
      { kind: 'line', name: 'admin1', max: 120 },
      { kind: 'line', name: 'admin1Pcode', max: 20 },
      { kind: 'line', name: 'admin2', max: 120 },
      { kind: 'line', name: 'admin2Pcode', max: 20 },
    ],
  },
  {
    name: 'seen',
    questions: [
      { kind: 'count', name: 'buildings' },
      { kind: 'line', name: 'roofMarking', max: 120 },
      { kind: 'contact', name: 'callContact', required: true },
    ],
  },
  {
    name: 'when',
    questions: [
      { kind: 'instant', name: 'validFrom' },
      { kind: 'instant', name: 'validUntil' },
    ],
  },
  {
    name: 'own',
    questions: [
      { kind: 'text', name: 'function', max: 1000 },
      { kind: 'count', name: 'staff' },
      { kind: 'count', name: 'occupants' },
      { kind: 'text', name: 'notes', max: 4000 },
    ],
  },
];
