import type { Answer } from './answer.ts';
import { command, get } from './http.ts';
import type { Entry, Fields, Item, Sensitivity } from './items.ts';

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
  readonly kind?: 'message' | 'incident';
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  readonly status?: string;
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
}

export interface Preview {
  readonly views: readonly AudienceView[];
  readonly findings?: readonly TextFinding[];
  /** Sealed: what was shown. Sent with the draft, it goes no further. Another one each time. */
  readonly fingerprint: string;
}

export interface PreviewDraft {
  readonly channel: string;
  readonly kind: 'message' | 'incident';
  readonly sensitivity?: Sensitivity;
  readonly releaseTo?: readonly string[];
  readonly caveats?: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
}

export interface Explanation {
  readonly item: string;
  readonly audience: string;
  readonly sentence: string;
  readonly shown: readonly { readonly fieldClass: string; readonly grain: string }[];
  readonly because: readonly { readonly rule: string; readonly sentence: string }[];
  /** Owner organisation and coordinators only. */
  readonly others?: readonly { readonly audience: string; readonly state: string; readonly sentence: string }[] | null;
}

export interface Review {
  readonly review: string;
  readonly item: string;
  readonly reference: string;
  readonly kind: 'message' | 'incident';
  readonly channel: string;
  readonly audience: string;
  readonly reason: string;
  readonly openedAt: string;
  readonly original: Fields;
  readonly proposed: Fields;
  /** Places of the proposed texts to look at. */
  readonly findings?: readonly TextFinding[];
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

export interface AudienceExposure {
  readonly audience: string;
  readonly label: string;
  readonly holdsNow: boolean;
  readonly received?: string | null;
  readonly opened?: string | null;
  readonly held: readonly HeldView[];
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

export function recall(id: string, target: string, reason: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/items/${id}/recall`, { target, reason }, key);
}

export function preview(draft: PreviewDraft, key: string): Promise<Answer<Preview>> {
  return command('/api/release/preview', draft, key);
}

export function reviews(): Promise<Answer<{ reviews: readonly Review[] }>> {
  return get('/api/release/reviews');
}

export function releaseReview(review: string, note: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/reviews/${review}/release`, note === '' ? {} : { note }, key);
}

export function returnReview(review: string, reason: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/reviews/${review}/return`, { reason }, key);
}
