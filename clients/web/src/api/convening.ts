import type { Answer } from './answer.ts';
import type { ChannelKind, Posture } from './channels.ts';
import { command, get, remove } from './http.ts';
import type { Constituency, Organisation } from './identity.ts';

/** A person as who looks after accounts, or convenes, is told of them. Twin: ListPeople of the identity service. */
export interface Listed {
  readonly id: string;
  readonly displayName: string;
  readonly suspended: boolean;
  /** What they sign in with; for administrators only. */
  readonly account?: string | null;
}

export interface Terms {
  readonly purpose: string;
  readonly assumptions: string;
}

export interface NewChannel {
  readonly name: string;
  readonly kind: ChannelKind;
  /** Sides and audiences; empty for a kind that admits everybody. */
  readonly admits: readonly string[];
}

export interface NewOrganisation {
  readonly name: string;
  readonly constituency: Constituency;
  readonly abbreviation?: string;
  readonly force?: string;
}

export interface Invitation {
  readonly code: string;
  readonly expiresAt: string;
}

export function organisations(): Promise<Answer<{ readonly organisations: readonly Organisation[] }>> {
  return get('/api/identity/organisations');
}

/** Of nobody's organisation: the administrators. */
export function people(organisation: string | undefined): Promise<Answer<{ readonly people: readonly Listed[] }>> {
  return get(
    organisation === undefined ? '/api/identity/administrators' : `/api/identity/organisations/${organisation}/people`,
  );
}

export function addOrganisation(organisation: NewOrganisation, key: string): Promise<Answer<Organisation>> {
  return command('/api/identity/organisations', organisation, key);
}

/** Without an organisation: another administrator. */
export function invite(organisation: string | undefined, key: string): Promise<Answer<Invitation>> {
  return command(
    '/api/identity/invitations',
    organisation === undefined ? { administrator: true } : { organisation },
    key,
  );
}

export function suspend(person: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/identity/people/${person}/suspend`, {}, key);
}

export function openGroup(
  name: string,
  terms: Terms,
  posture: Posture,
  key: string,
): Promise<Answer<{ readonly id: string }>> {
  return command('/api/channels/groups', { name, ...terms, posture }, key);
}

export function changePosture(
  group: string,
  posture: Posture,
  reason: string,
  key: string,
): Promise<Answer<undefined>> {
  return command(`/api/channels/groups/${group}/posture`, { posture, reason }, key);
}

export function changeTerms(group: string, terms: Terms, key: string): Promise<Answer<{ readonly version: number }>> {
  return command(`/api/channels/groups/${group}/terms`, terms, key);
}

export function openChannel(group: string, channel: NewChannel, key: string): Promise<Answer<{ readonly id: string }>> {
  return command(`/api/channels/groups/${group}/channels`, channel, key);
}

export function addMember(group: string, person: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/channels/groups/${group}/members`, { person }, key);
}

export function removeMember(group: string, person: string): Promise<Answer<undefined>> {
  return remove(`/api/channels/groups/${group}/members/${person}`);
}
