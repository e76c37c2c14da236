import type { NoticeGroup } from '../notices/questions.ts';

/** What an access-constraint notice asks. Its state is said apart. */
export const accessGroups: readonly NoticeGroup[] = [
  {
    name: 'what',
    questions: [
      { kind: 'code', name: 'constraintType', list: 'access-constraint-type', required: true },
      { kind: 'code', name: 'severity', list: 'access-severity', required: true },
      { kind: 'code', name: 'impediment', list: 'access-impediment' },
      { kind: 'line', name: 'title', max: 200 },
    ],
  },
  {
    name: 'when',
    questions: [
      { kind: 'instant', name: 'startedAt', day: true, required: true },
      { kind: 'instant', name: 'expectedEnd', day: true },
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
      { kind: 'line', name: 'place', max: 200 },
      { kind: 'position', name: 'position' },
      { kind: 'code', name: 'level', list: 'access-level' },
    ],
  },
  {
    name: 'words',
    questions: [
      { kind: 'text', name: 'summary', max: 2000 },
      { kind: 'text', name: 'description', max: 8000 },
    ],
  },
  {
    name: 'effect',
    questions: [
      { kind: 'codes', name: 'impact', list: 'access-impact' },
      { kind: 'count', name: 'delayHours' },
      { kind: 'codes', name: 'sectors', list: 'cluster' },
      { kind: 'code', name: 'peopleAffected', list: 'people-band' },
      { kind: 'codes', name: 'organisationTypes', list: 'organisation-type' },
    ],
  },
  {
    name: 'who',
    questions: [
      { kind: 'code', name: 'imposedBy', list: 'actor-type' },
      { kind: 'line', name: 'imposedByName', max: 200 },
      { kind: 'code', name: 'formality', list: 'access-formality' },
    ],
  },
  {
    name: 'followUp',
    questions: [
      { kind: 'text', name: 'actionTaken', max: 8000 },
      { kind: 'text', name: 'actionRequested', max: 8000 },
      { kind: 'text', name: 'negotiation', max: 8000 },
      { kind: 'instant', name: 'followUpBy', day: true },
      { kind: 'line', name: 'followUpOwner', max: 200 },
    ],
  },
  {
    name: 'source',
    questions: [
      { kind: 'code', name: 'verification', list: 'verification' },
      { kind: 'line', name: 'source', max: 200 },
    ],
  },
];
