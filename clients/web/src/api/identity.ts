import type { Answer } from './answer.ts';
import { command, get, post, remove } from './http.ts';

export type Side = 'humanitarian' | 'security' | 'political';

export type Constituency =
  | 'un-humanitarian'
  | 'ingo'
  | 'nngo'
  | 'rcrc'
  | 'development'
  | 'donor'
  | 'host-authority'
  | 'political'
  | 'police'
  | 'military'
  | 'coordination'
  | 'observer';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly abbreviation?: string;
  readonly constituency: Constituency;
  /** For military organisations only. */
  readonly force?: string | null;
}

/** Who is signed in. Twin: ContactGroup.Contracts.Identity. */
export interface Me {
  readonly person: { readonly id: string; readonly account: string; readonly displayName: string };
  readonly organisation: Organisation | null;
  /** Null for an administrator, who belongs to no side and reads nothing. */
  readonly side: Side | null;
  readonly audience: string | null;
  readonly isCoordinator: boolean;
  readonly isAdministrator: boolean;
  readonly exercise: boolean;
}

export function me(): Promise<Answer<Me>> {
  return get('/api/identity/me');
}

/** Signs in for this browser: the session is an HttpOnly cookie that no script can read. */
export function signIn(
  account: string,
  password: string,
): Promise<Answer<{ person: { id: string; displayName: string } }>> {
  return post('/api/identity/sessions', { account, password, cookie: true });
}

export function signOut(): Promise<Answer<undefined>> {
  return remove('/api/identity/sessions/current');
}

export interface NewAccount {
  readonly code: string;
  readonly account: string;
  readonly password: string;
  readonly displayName: string;
}

/** How a person comes to an account: invited, or as the first administrator with the code that the server printed at its first start. */
export type Door = 'invitation' | 'setup';

export function enter(door: Door, account: NewAccount, key: string): Promise<Answer<unknown>> {
  switch (door) {
    case 'invitation':
      return command('/api/identity/invitations/accept', account, key);
    case 'setup':
      return command('/api/identity/setup', account, key);
  }
}

/** A provider through which people sign in. */
export interface Provider {
  readonly name: string;
  readonly displayName: string;
}

export function providers(): Promise<Answer<{ readonly providers: readonly Provider[] }>> {
  return get('/api/identity/providers');
}

/** Where the browser has to go. The server remembers in a cookie that it was asked. */
export interface WayThere {
  readonly address: string;
}

export function signInAt(provider: string): Promise<Answer<WayThere>> {
  return post(`/api/identity/providers/${provider}/sign-ins`, {});
}

/** An account of an invitation without a password. The invitation is used when the person comes back from the provider. */
export function enterAt(provider: string, account: Omit<NewAccount, 'password'>): Promise<Answer<WayThere>> {
  return post(`/api/identity/providers/${provider}/invitations`, account);
}
