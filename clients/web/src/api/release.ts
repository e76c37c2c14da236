import type { Answer } from './answer.ts';
import { command, get } from './http.ts';
import type { Entry, Fields, Item, KnownKind, Sensitivity } from './items.ts';

export type StreamScope = 'audience' | 'organisation' | 'review';

export interface Stream {
  readonly stream: string;
  readonly channel: string;
  readonly scope: StreamScope;
  readonly head: number;
  /** Cursor at the head. */
  readonly cursor: string;
  /** Cursor before the first entry. */
  readonly start: string;
}

export interface ItemPage {
  readonly items: readonly Item[];
  readonly next?: string | null;
  /** Of what the caller may see, for this filter. */
  readonly count: number;
}

export interface ItemFilter {
  readonly channel?: string;
  readonly kind?: KnownKind;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  readonly status?: string;
  /** Only what the reader has to look at before the rest. */
  readonly urgent?: 'true';
  /** West, south, east and north in decimal degrees. */
  readonly bbox?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** What one audience would get of a draft. */
export interface AudienceView {
  readonly audience: string;
  readonly label: string;
  readonly outcome: 'shown' | 'review' | 'withheld';
  readonly sentence: string;
  /** The fields it would get. */
  readonly view?: Fields | null;
}

export type FindingKind =
  'coordinate' | 'grid-reference' | 'road-marker' | 'phone' | 'email' | 'plate' | 'handling' | 'classified';

/** A place in a text: why a coordinator looks first, or why it is not accepted. Start and length in UTF-16 units. */
export interface TextFinding {
  readonly field: string;
  readonly kind: FindingKind;
  readonly start: number;
  readonly length: number;
  readonly sentence: string;
  /** The attached file that holds it. */
  readonly file?: string | null;
}

export interface Preview {
  readonly views: readonly AudienceView[];
  readonly findings?: readonly TextFinding[];
  /** Sealed: what was shown. Sent with the draft, it goes no further. Another one each time. */
  readonly fingerprint: string;
}

export interface PreviewDraft {
  readonly channel: string;
  readonly kind: KnownKind;
  readonly sensitivity?: Sensitivity;
  readonly releaseTo?: readonly string[];
  readonly caveats?: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
}

/** One version of an item as its own organisation saw it. */
export interface ItemVersion {
  readonly number: number;
  readonly at: string;
  readonly status: string;
  readonly fields: Fields;
}

/** A sentence of the rules; a code says which, for other languages. */
export interface Said {
  readonly sentence: string;
  readonly code?: string;
  readonly parameters?: Readonly<Record<string, string>> | null;
}

export interface OtherState extends Said {
  readonly audience: string;
  readonly state: string;
  readonly since?: string | null;
  /** Why it was returned. */
  readonly reason?: string | null;
}

export interface Explanation extends Said {
  readonly item: string;
  readonly audience: string;
  readonly shown: readonly { readonly fieldClass: string; readonly grain: string }[];
  readonly because: readonly (Said & { readonly rule: string })[];
  /** What coarse values look like. */
  readonly coarse?: readonly Said[];
  /** Owner organisation and coordinators only. */
  readonly others?: readonly OtherState[] | null;
}

export type Posture = 'cooperation' | 'coexistence' | 'distance';

/** What an audience gets of an item, as far as the coordinator who asks holds it. */
export interface Tested extends Said {
  readonly audience: string;
  readonly posture: Posture;
  readonly outcome: 'shown' | 'review' | 'withheld';
  readonly now?: Fields | null;
  readonly afterReview?: Fields | null;
  readonly because: readonly (Said & { readonly rule: string })[];
}

/** What can be done to a field of a proposal beside leaving it out. */
export interface FieldRoom {
  readonly coarse?: unknown;
  readonly longestText?: number | null;
}

/** What a coordinator changes of one field: one of the three. */
export type FieldChange = { readonly omit: true } | { readonly grain: 'coarse' } | { readonly text: string };

export interface ReviewView {
  readonly audiences: readonly string[];
  readonly fields: Fields;
}

export interface Review {
  readonly review: string;
  readonly item: string;
  readonly reference: string;
  readonly kind: string;
  readonly channel: string;
  readonly audience: string;
  readonly reason: string;
  readonly openedAt: string;
  readonly original: Fields;
  readonly proposed: Fields;
  /** Places of the proposed texts to look at. */
  readonly findings?: readonly TextFinding[];
  /** Stands for all of the views: what is released is what was looked at. */
  readonly shown: string;
  /** Every distinct view. */
  readonly views?: readonly ReviewView[];
  readonly fields?: Readonly<Record<string, FieldRoom>>;
  /** What was changed when it went before. Applied by nobody but who decides. */
  readonly suggested?: Readonly<Record<string, FieldChange>> | null;
  /** The audience in plain English. */
  readonly label?: string;
  readonly sensitivity?: Sensitivity;
  /** Audience of the author. */
  readonly from?: string;
}

export function streams(): Promise<Answer<{ streams: readonly Stream[] }>> {
  return get('/api/release/streams');
}

export function entries(
  stream: string,
  after: string,
  limit = 200,
): Promise<Answer<{ entries: readonly Entry[]; cursor: string; more: boolean }>> {
  return get(`/api/release/streams/${stream}/entries?after=${encodeURIComponent(after)}&limit=${String(limit)}`);
}

export function item(id: string): Promise<Answer<Item>> {
  return get(`/api/release/items/${id}`);
}

export function items(filter: ItemFilter): Promise<Answer<ItemPage>> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return get(`/api/release/items?${query.toString()}`);
}

export function explanation(id: string): Promise<Answer<Explanation>> {
  return get(`/api/release/items/${id}/explanation`);
}

/** What one audience held from one moment to another. */
export interface HeldView {
  readonly from: string;
  readonly until?: string | null;
  readonly ended?: 'replaced' | 'recalled' | null;
  readonly shown: readonly { readonly fieldClass: string; readonly grain: string }[];
}

/** One version of a notification, as it went to one audience: since when it could be read, and when the first was given it and asked for it. */
export interface ExposedVersion {
  readonly version: number;
  readonly sent: string;
  readonly delivered?: string | null;
  readonly opened?: string | null;
}

export interface AudienceExposure {
  readonly audience: string;
  readonly label: string;
  readonly holdsNow: boolean;
  readonly received?: string | null;
  readonly opened?: string | null;
  readonly held: readonly HeldView[];
  /** Of a notification, oldest first; absent where when it was read is not for the owner to know. */
  readonly versions?: readonly ExposedVersion[] | null;
  /** Own side only. */
  readonly people?:
    | readonly {
        readonly name: string;
        readonly organisation: string;
        readonly received: string;
        readonly opened?: string | null;
      }[]
    | null;
}

export interface Exposure {
  readonly item: string;
  readonly keptDays: number;
  readonly audiences: readonly AudienceExposure[];
}

/** Own organisation only; absent for anybody else. */
export function exposure(id: string): Promise<Answer<Exposure>> {
  return get(`/api/release/items/${id}/exposure`);
}

/** The notification that an incident affects. */
export interface AffectedNotification {
  readonly item: string;
  readonly kind: 'movement' | 'site';
  readonly reference: string;
  /** The version that the reporter held. */
  readonly version?: number | null;
  /** When its record was kept; for the organisation that notified alone. */
  readonly kept?: string | null;
}

/** Absent unless the reader holds both, on the side that reported. */
export function affected(incident: string): Promise<Answer<AffectedNotification>> {
  return get(`/api/release/items/${incident}/affected`);
}

/** The versions of an item of the own organisation, oldest first; absent for anybody else. */
export function history(id: string): Promise<Answer<{ versions: readonly ItemVersion[] }>> {
  return get(`/api/release/items/${id}/history`);
}

export function recall(id: string, target: string, reason: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/items/${id}/recall`, { target, reason }, key);
}

export function preview(draft: PreviewDraft, key: string): Promise<Answer<Preview>> {
  return command('/api/release/preview', draft, key);
}

export function reviews(): Promise<Answer<{ reviews: readonly Review[] }>> {
  return get('/api/release/reviews');
}

/** That an item is quarantined, and nothing of what it says. */
export interface Quarantined {
  readonly item: string;
  readonly reference: string;
  readonly channel: string;
  readonly at: string;
}

export function quarantine(): Promise<Answer<{ quarantined: readonly Quarantined[] }>> {
  return get('/api/release/quarantine');
}

export function settleQuarantine(
  item: string,
  verb: 'uphold' | 'return',
  reason: string,
  key: string,
): Promise<Answer<undefined>> {
  return command(`/api/release/quarantine/${item}/${verb}`, { reason }, key);
}

export interface ReleaseDecision {
  readonly shown: string;
  readonly note?: string;
  readonly fields?: Readonly<Record<string, FieldChange>>;
}

export function releaseReview(review: string, decision: ReleaseDecision, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/reviews/${review}/release`, decision, key);
}

export function testAs(
  audience: string,
  item: string,
  posture: Posture | undefined,
  key: string,
): Promise<Answer<Tested>> {
  return command('/api/release/test-as', { audience, item, ...(posture === undefined ? {} : { posture }) }, key);
}

/** Asks the owner whether an item may go further. */
export function askToWiden(item: string, target: string, reason: string, key: string): Promise<Answer<unknown>> {
  return command(`/api/release/items/${item}/widening`, { target, reason }, key);
}

export function answerWidening(
  item: string,
  widening: string,
  verb: 'consent' | 'decline',
  key: string,
): Promise<Answer<undefined>> {
  return command(`/api/release/items/${item}/widenings/${widening}/${verb}`, {}, key);
}

export function returnReview(review: string, reason: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/reviews/${review}/return`, { reason }, key);
}
