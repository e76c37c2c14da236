import type { Values } from './values.ts';

/** One question of the form and how it is answered. */
export type Question =
  | {
      readonly kind: 'code' | 'codes';
      readonly name: string;
      readonly list: string;
      readonly required?: boolean;
      readonly hint?: true;
    }
  | { readonly kind: 'line' | 'text'; readonly name: string; readonly hint?: true; readonly max: number }
  | {
      readonly kind: 'flag' | 'day' | 'instant' | 'position' | 'impact';
      readonly name: string;
      readonly hint?: true;
      readonly required?: boolean;
    };

/** Questions that stand on one screen of a phone. */
export interface QuestionGroup {
  readonly name: 'what' | 'when' | 'where' | 'harm' | 'affected' | 'how' | 'words' | 'source';
  readonly questions: readonly Question[];
}

const code = (name: string, list: string): Question => ({ kind: 'code', name, list });
const line = (name: string): Question => ({ kind: 'line', name, max: 200 });
const text = (name: string, hint?: true): Question => ({ kind: 'text', name, max: 8000, ...(hint ? { hint } : {}) });

const people = new Set([
  'KILLED', 'INJURED', 'KIDNAPPED_ABDUCTED', 'ARREST_DETENTION', 'MISSING', 'ASSAULT', 'SEXUAL_VIOLENCE', 'THREAT_INTIMIDATION', 'CARJACKING',
  'AMBUSH_ROAD_ATTACK', 'SHELLING_INDIRECT_FIRE', 'AIR_DRONE_STRIKE', 'SMALL_ARMS_FIRE', 'IED', 'MINE_ERW', 'COMPLEX_ATTACK', 'RAID_INTRUSION',
  'CIVIL_UNREST_MOB', 'CHECKPOINT_INCIDENT', 'ROAD_ACCIDENT', 'STRIKE_ON_NOTIFIED_OBJECT',
]); // prettier-ignore

const held = new Set(['KIDNAPPED_ABDUCTED', 'ARREST_DETENTION', 'MISSING']);

/** The questions to ask, given what was answered so far: people are only counted where the category is about people, or where somebody was counted. */
export function questionsFor(values: Values, coordinator: boolean): readonly QuestionGroup[] {
  const category = typeof values['category'] === 'string' ? values['category'] : '';
  return [
    {
      name: 'what',
      questions: [
        { kind: 'code', name: 'category', list: 'incident-category', required: true },
        { kind: 'flag', name: 'nearMiss' },
        line('title'),
        line('subCategory'),
        { kind: 'code', name: 'severity', list: 'severity', hint: true },
      ],
    },
    {
      name: 'when',
      questions: [
        { kind: 'instant', name: 'occurredAt', required: true },
        code('timePrecision', 'time-precision'),
        { kind: 'instant', name: 'occurredUntil' },
        { kind: 'flag', name: 'hazardOngoing' },
        { kind: 'day', name: 'validUntil' },
      ],
    },
    {
      name: 'where',
      questions: [
        code('country', 'country'),
        line('admin1'),
        line('admin1Pcode'),
        line('admin2'),
        line('admin2Pcode'),
        line('admin3'),
        line('admin3Pcode'),
        line('place'),
        { kind: 'position', name: 'position' },
        code('geoPrecision', 'geo-precision'),
        code('locationType', 'location-type'),
      ],
    },
    ...((people.has(category) && values['nearMiss'] !== true) || isCounted(values) || values['outcome'] !== undefined
      ? [
          {
            name: 'harm' as const,
            questions: [
              { kind: 'impact' as const, name: 'impact' },
              ...(held.has(category) || values['outcome'] !== undefined ? [code('outcome', 'outcome')] : []),
            ],
          },
        ]
      : []),
    {
      name: 'affected',
      questions: [
        code('targetType', 'target-type'),
        { kind: 'codes', name: 'organisationTypes', list: 'organisation-type' },
        line('organisationAffected'),
        code('programmeFocus', 'programme-focus'),
        line('assetDamage'),
        line('loss'),
        code('deliveryImpact', 'delivery-impact'),
      ],
    },
    {
      name: 'how',
      questions: [
        code('means', 'means'),
        { kind: 'codes', name: 'weapons', list: 'weapon' },
        code('actorType', 'actor-type'),
        line('actorName'),
        code('wasTargeted', 'was-targeted'),
        code('context', 'context'),
        code('motive', 'motive'),
      ],
    },
    {
      name: 'words',
      questions: [
        text('summary', true),
        text('narrativeRestricted', true),
        text('actionsTaken'),
        text('supportRequested'),
        code('adviceToOthers', 'advice'),
        { kind: 'flag', name: 'affectsMovement' },
      ],
    },
    {
      name: 'source',
      questions: [
        code('sourceType', 'source-type'),
        ...(coordinator ? [code('sourceReliability', 'source-reliability'), code('credibility', 'credibility')] : []),
        line('contactName'),
        line('contactDetails'),
        { kind: 'flag', name: 'consentToShare' },
        { kind: 'flag', name: 'legalHold' },
      ],
    },
  ];
}

// What was said stays where it can be seen and taken back, whatever the category became; also while it is typed anew.
function isCounted(values: Values): boolean {
  return Object.keys(values).some((name) => name.startsWith('impact.'));
}

/** Kinds of harm to people. Twin: ContactGroup.Incidents.Domain.Impact. */
export const harms = [
  'killed',
  'injured',
  'kidnapped',
  'killedInCaptivity',
  'arrestedDetained',
  'assaulted',
  'threatened',
  'missing',
] as const;

export const splits = ['National', 'International', 'Female', 'Male', 'SexUnknown'] as const;
