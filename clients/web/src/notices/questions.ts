/** One question of a notice and how it is answered. */
export type NoticeQuestion = { readonly name: string; readonly required?: true } & (
  | { readonly kind: 'code' | 'codes'; readonly list: string }
  | { readonly kind: 'line' | 'text'; readonly max: number }
  /** `day`: the time may be left out; a day stays a day, and no hour is guessed. */
  | { readonly kind: 'instant'; readonly day?: true }
  | { readonly kind: 'count' }
  | { readonly kind: 'position' | 'outline' | 'contact' }
);

/** Questions that stand on one screen of a phone. */
export interface NoticeGroup {
  readonly name: string;
  readonly questions: readonly NoticeQuestion[];
}

export function questionsIn(groups: readonly NoticeGroup[]): readonly NoticeQuestion[] {
  return groups.flatMap((group) => group.questions);
}

/** Parts of a call contact, each an input of its own. */
export const contactParts = ['name', 'phone', 'callSign'] as const;
