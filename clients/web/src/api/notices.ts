import type { Answer } from './answer.ts';
import type { Receipt } from './channels.ts';
import { command } from './http.ts';
import type { Warning } from './movements.ts';

/** A notice of any kind as posted, or what is different now; fields by the names of its schema, empty ones left out. */
export type NoticeDraft = Readonly<Record<string, unknown>>;

export interface NoticeReceipt extends Receipt {
  readonly warnings?: readonly Warning[] | null;
}

export type NoticeAnswer = Promise<Answer<NoticeReceipt>>;

/** A site notification: whoever is named gets it, each by a consent of its own. */
export function notifySite(channel: string, draft: NoticeDraft, key: string, shown: string): NoticeAnswer {
  return command(`/api/movements/channels/${channel}/sites`, draft, key, shown);
}

/** What a force tells the humanitarian side. */
export function advise(channel: string, draft: NoticeDraft, key: string, shown: string): NoticeAnswer {
  return command(`/api/movements/channels/${channel}/advisories`, draft, key, shown);
}

export function raiseConstraint(channel: string, draft: NoticeDraft, key: string, shown: string): NoticeAnswer {
  return command(`/api/access/channels/${channel}/notices`, draft, key, shown);
}

export type MovementsVerb = 'amend-site' | 'revalidate' | 'remove' | 'amend-advisory' | 'end' | 'withdraw';

/** A change of an own site or advisory. */
export function movementsCommand(item: string, verb: MovementsVerb, body: object, key: string): NoticeAnswer {
  return command(`/api/movements/items/${item}/${verb}`, body, key);
}

export type AccessVerb = 'update' | 'state' | 'withdraw';

/** A change of an own access-constraint notice. */
export function accessCommand(item: string, verb: AccessVerb, body: object, key: string, shown?: string): NoticeAnswer {
  return command(`/api/access/items/${item}/${verb}`, body, key, shown);
}
