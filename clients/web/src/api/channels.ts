import { mapAnswer, type Answer } from './answer.ts';
import { command, get } from './http.ts';
import type { Constituency } from './identity.ts';
import type { Sensitivity } from './items.ts';

export type ChannelKind = 'plenary' | 'caucus' | 'desk' | 'notice' | 'notification';
export type Posture = 'cooperation' | 'coexistence' | 'distance';

/** How what is written crosses to another side. */
export type Crossing = 'none' | 'review' | 'automatic';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  /** `all`, sides (`humanitarian`) or audiences (`ingo`, `military:northern-force`). */
  readonly admits: readonly string[];
  readonly mayPost: boolean;
  readonly crossing: Crossing;
  /** Whom a notification here can reach; absent for who may not notify here. */
  readonly forces?: readonly string[];
}

/** A contact group as far as the caller's audience is admitted to it. Twin: ContactGroup.Contracts.Channels. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly assumptions: string;
  readonly termsVersion: number;
  readonly termsAccepted: boolean;
  readonly posture: Posture;
  readonly exercise: boolean;
  readonly convenor: { readonly name: string };
  readonly channels: readonly Channel[];
}

export interface Member {
  readonly person?: string | { readonly id: string; readonly name: string };
  readonly displayName: string;
  readonly organisation: string | { readonly id: string; readonly name: string };
  readonly constituency: Constituency;
}

export interface MessageDraft {
  readonly text: string;
  readonly sensitivity?: Sensitivity;
  /** Atoms of the release set; only narrows. Absent: own side. */
  readonly releaseTo?: readonly string[];
  readonly replyTo?: string;
  readonly acknowledgementRequested?: boolean;
  readonly caveats?: readonly string[];
}

/** The server has the command; what others get is decided after. */
export interface Receipt {
  readonly item: string;
  readonly reference: string;
  readonly version: number;
}

export function groups(): Promise<Answer<{ groups: readonly Group[] }>> {
  return get('/api/channels/groups');
}

/** The members of a group that the caller may know of. */
export async function members(group: string): Promise<Answer<readonly Member[]>> {
  const answer = await get<{ members: readonly Member[] } | readonly Member[]>(`/api/channels/groups/${group}/members`);
  return mapAnswer(answer, (body) => ('members' in body ? body.members : body));
}

export function acceptTerms(group: string, version: number, key: string): Promise<Answer<undefined>> {
  return command(`/api/channels/groups/${group}/terms/acceptance`, { version }, key);
}

export function postMessage(
  channel: string,
  draft: MessageDraft,
  key: string,
  shown?: string,
): Promise<Answer<Receipt>> {
  return command(`/api/channels/channels/${channel}/messages`, draft, key, shown);
}

export interface MessageEdit {
  readonly text: string;
  readonly sensitivity?: Sensitivity;
  readonly releaseTo?: readonly string[];
}

export function editMessage(item: string, edit: MessageEdit, key: string, shown?: string): Promise<Answer<Receipt>> {
  return command(`/api/channels/items/${item}/edit`, edit, key, shown);
}

export function withdrawMessage(item: string, reason: string, key: string): Promise<Answer<Receipt>> {
  return command(`/api/channels/items/${item}/withdraw`, reason === '' ? {} : { reason }, key);
}

export function acknowledge(item: string, key: string): Promise<Answer<Receipt>> {
  return command(`/api/channels/items/${item}/acknowledge`, {}, key);
}
