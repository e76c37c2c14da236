import type { MessageKey } from '../i18n/en.ts';
import { accessFields } from '../access/fields.ts';
import { advisoryFields } from '../advisories/fields.ts';
import { movementFields } from '../movements/fields.ts';
import { siteFields } from '../sites/fields.ts';

/** How a field's value is shaped. Twin: ContactGroup.Contracts.Items.FieldShape. */
export type Shape =
  | 'text'
  | 'code'
  | 'codes'
  | 'flag'
  | 'count'
  | 'number'
  | 'counts'
  | 'instant'
  | 'point'
  | 'outline'
  | 'organisation'
  | 'person'
  | 'item'
  | 'attachments'
  | 'route'
  | 'line'
  | 'lines'
  | 'vehicles'
  | 'callContact'
  | 'audiences'
  | 'dispatches'
  | 'checkIns';

export interface FieldShape {
  readonly name: string;
  readonly shape: Shape;
  readonly list?: string;
  /** An instant that people far apart act on: also shown in UTC. */
  readonly utc?: true;
  /** An instant of which often only the day is known. */
  readonly day?: true;
  /** What a count counts, where its name does not say it. */
  readonly unit?: 'metres' | 'hours';
}

function field(name: string, shape: Shape, list?: string): FieldShape {
  return list === undefined ? { name, shape } : { name, shape, list };
}

/** Fields of an incident report in display order. Twin: ContactGroup.Contracts.Incidents.IncidentSchema. */
export const incidentFields: readonly FieldShape[] = [
  field('hazard', 'code', 'hazard'),
  field('category', 'code', 'incident-category'),
  field('subCategory', 'text'),
  field('nearMiss', 'flag'),
  field('title', 'text'),
  field('severity', 'code', 'severity'),
  field('stage', 'code', 'report-stage'),
  field('verification', 'code', 'verification'),
  field('occurredAt', 'instant'),
  field('occurredUntil', 'instant'),
  field('timePrecision', 'code', 'time-precision'),
  field('country', 'code', 'country'),
  field('admin1', 'text'),
  field('admin1Pcode', 'text'),
  field('admin2', 'text'),
  field('admin2Pcode', 'text'),
  field('admin3', 'text'),
  field('admin3Pcode', 'text'),
  field('place', 'text'),
  field('position', 'point'),
  field('geoPrecision', 'code', 'geo-precision'),
  field('locationType', 'code', 'location-type'),
  field('affectsMovement', 'flag'),
  field('adviceToOthers', 'code', 'advice'),
  field('hazardOngoing', 'flag'),
  field('validUntil', 'instant'),
  field('summary', 'text'),
  field('narrativeRestricted', 'text'),
  field('actionsTaken', 'text'),
  field('supportRequested', 'text'),
  field('actorType', 'code', 'actor-type'),
  field('actorName', 'text'),
  field('wasTargeted', 'code', 'was-targeted'),
  field('means', 'code', 'means'),
  field('weapons', 'codes', 'weapon'),
  field('context', 'code', 'context'),
  field('motive', 'code', 'motive'),
  field('targetType', 'code', 'target-type'),
  field('organisationTypes', 'codes', 'organisation-type'),
  field('organisationAffected', 'text'),
  field('programmeFocus', 'code', 'programme-focus'),
  field('impact', 'counts'),
  field('outcome', 'code', 'outcome'),
  field('assetDamage', 'text'),
  field('loss', 'text'),
  field('deliveryImpact', 'code', 'delivery-impact'),
  field('linkedNotification', 'item'),
  field('sourceType', 'code', 'source-type'),
  field('sourceReliability', 'code', 'source-reliability'),
  field('credibility', 'code', 'credibility'),
  field('contactName', 'text'),
  field('contactDetails', 'text'),
  field('attachments', 'attachments'),
  field('organisation', 'organisation'),
  field('reportedBy', 'person'),
  field('reportedAt', 'instant'),
  field('consentToShare', 'flag'),
  field('legalHold', 'flag'),
  field('corrections', 'count'),
  field('correctionReason', 'text'),
];

export const messageFields: readonly FieldShape[] = [
  field('text', 'text'),
  field('author', 'person'),
  field('organisation', 'organisation'),
  field('postedAt', 'instant'),
  field('replyTo', 'item'),
  field('edited', 'flag'),
  field('acknowledgementRequested', 'flag'),
  field('attachments', 'attachments'),
];

const reports = byName([...incidentFields, ...messageFields]);
const notices: ReadonlyMap<string, ReadonlyMap<string, FieldShape>> = new Map([
  ['access-constraint', byName(accessFields)],
  ['movement', byName(movementFields)],
  ['site', byName(siteFields)],
  ['advisory', byName(advisoryFields)],
]);

function byName(fields: readonly FieldShape[]): ReadonlyMap<string, FieldShape> {
  return new Map(fields.map((each) => [each.name, each]));
}

/** The shape of a field of a kind of item; one this client does not know yet is shown as text. */
export function shapeOf(name: string, kind?: string): FieldShape {
  return notices.get(kind ?? '')?.get(name) ?? reports.get(name) ?? { name, shape: 'text' };
}

/** Names in display order: known ones first, in schema order, then whatever a later server sends. */
export function inDisplayOrder(names: Iterable<string>, kind?: string): readonly string[] {
  const order = [...(notices.get(kind ?? '') ?? reports).keys()];
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...names].sort((a, b) => rank(a) - rank(b));
}

export type FieldLabelKey = Extract<MessageKey, `field.${string}`>;
