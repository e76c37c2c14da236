export type Sensitivity = 'low' | 'moderate' | 'high' | 'severe';

export const sensitivities: readonly Sensitivity[] = ['low', 'moderate', 'high', 'severe'];

/** How an item must be handled. Part of every item: a view without a marking cannot be shown. */
export interface Marking {
  readonly sensitivity: Sensitivity;
  readonly caveats: readonly string[];
  /** Policy and version that decided, such as `humanitarian-space@1`. */
  readonly policy: string;
}

/** How far an own item has gone to one audience or side (`side:humanitarian`, `audience:military:northern-force`). */
export interface ReleaseState {
  readonly audience: string;
  readonly state: 'released' | 'in-review' | 'returned' | 'recalled' | 'withheld';
  readonly reason?: string | null;
  /** Whether the coordination office edited what went. */
  readonly edited?: boolean | null;
  /** What the audience got then. */
  readonly fields?: Fields | null;
}

/** A coordinator's request that an own item goes further. */
export interface Widening {
  readonly widening: string;
  readonly audience: string;
  readonly state: 'asked' | 'consented' | 'declined';
  readonly reason: string;
  readonly by?: string | null;
  readonly at: string;
  /** What the audience would get; only while it waits for an answer. */
  readonly fields?: Fields | null;
}

/** It stays quarantined, or its author may write it in other words. */
export interface QuarantineSettlement {
  readonly state: 'upheld' | 'returned';
  readonly reason: string;
  readonly by?: string | null;
  readonly at: string;
}

/** A confirmation of receipt: the name only where the reader may know it, else the audience. */
export interface AcknowledgementReceipt {
  readonly by: string;
  readonly name?: string | null;
  readonly at: string;
}

/** The kinds of items that this client has words for. Twin: ContactGroup.Contracts.Items.ItemSchemas. */
export type KnownKind = 'message' | 'incident' | 'access-constraint' | 'movement' | 'site' | 'advisory';

const knownKinds: readonly KnownKind[] = ['message', 'incident', 'access-constraint', 'movement', 'site', 'advisory'];

/** What an item is. One of a kind that is not known is `other`, never nothing: nobody may miss an item because their page is old. */
export function kindOf({ kind }: { readonly kind: string }): KnownKind | 'other' {
  return knownKinds.find((known) => known === kind) ?? 'other';
}

/** What one audience may see of an item. Fields that are not here are not for this audience, or do not exist: nobody can tell. */
export interface Item {
  readonly item: string;
  /** See `kindOf`: a server that is newer than this page may send kinds it does not know. */
  readonly kind: string;
  readonly channel: string;
  readonly revision: number;
  readonly releasedAt: string;
  /** Names of the fields that differ from the version that this audience was shown before; absent when none does. */
  readonly changed?: readonly string[] | null;
  /** That version; absent with `changed`. */
  readonly changedSince?: number | null;
  readonly reference?: string | null;
  readonly status?: string | null;
  readonly fields: Fields;
  readonly marking: Marking;
  /** Own organisation only, and for kinds that do not say it among their fields: which version this is. */
  readonly version?: number | null;
  /** Own organisation only: how far the item has gone. */
  readonly releases?: readonly ReleaseState[] | null;
  /** Own organisation only. */
  readonly acknowledgements?: readonly AcknowledgementReceipt[] | null;
  /** Own organisation only: requests that it goes further. */
  readonly widenings?: readonly Widening[] | null;
  /** Own organisation only: what a coordinator settled about it, when it is quarantined. */
  readonly quarantine?: QuarantineSettlement | null;
  readonly exercise?: boolean;
}

export type Fields = Readonly<Record<string, unknown>>;

export type EntryOp = 'put' | 'replace' | 'recall';

/** One entry of a stream. A gap between `prevSeq` and what the client has means loss, never something hidden. */
export interface Entry {
  readonly stream: string;
  readonly seq: number;
  readonly prevSeq: number;
  readonly op: EntryOp;
  readonly item: string;
  readonly at: string;
  readonly view?: Item | null;
}
