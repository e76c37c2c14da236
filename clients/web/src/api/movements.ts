import type { Answer } from './answer.ts';
import type { Receipt } from './channels.ts';
import { command, get } from './http.ts';

/** A notification as posted, or what is different now; fields by the names of MovementSchema, empty ones left out. */
export type MovementDraft = Readonly<Record<string, unknown>>;

/** Something to look at: a position that may be a mistake, or somebody named who is not told at once. */
export interface Warning {
  readonly field: string;
  readonly text: string;
}

export interface MovementReceipt extends Receipt {
  readonly late: boolean;
  readonly warnings: readonly Warning[];
}

/** Hours before the window begins by which a movement should be notified. */
export interface LeadHours {
  readonly standard: number;
  readonly airAndSea: number;
  readonly emergency: number;
}

/** What is asked for in a channel: by the deployment, and by parties that ask for something else. */
export interface LeadTimes {
  readonly deployment: LeadHours;
  readonly parties: readonly { readonly audience: string; readonly hours: LeadHours }[];
}

export function leadTimes(channel: string): Promise<Answer<LeadTimes>> {
  return get(`/api/movements/channels/${channel}/lead-times`);
}

export function notify(
  channel: string,
  draft: MovementDraft,
  key: string,
  shown: string,
): Promise<Answer<MovementReceipt>> {
  return command(`/api/movements/channels/${channel}/movements`, draft, key, shown);
}

export function amend(item: string, changes: MovementDraft, key: string): Promise<Answer<MovementReceipt>> {
  return command(`/api/movements/items/${item}/amend`, changes, key);
}

export function sayState(item: string, state: string, reason: string, key: string): Promise<Answer<MovementReceipt>> {
  return command(`/api/movements/items/${item}/state`, { state, ...(reason === '' ? {} : { reason }) }, key);
}

export interface MovementConfirmation {
  readonly item: string;
  readonly version: number;
  readonly acknowledgedAt: string;
}

/** Receipt only: it says that a cell of the own force has this version, and may ask about it. */
export function acknowledge(item: string, body: object, key: string): Promise<Answer<MovementConfirmation>> {
  return command(`/api/movements/items/${item}/acknowledge`, body, key);
}

/** A sign of life: at a stop, by its place in the route from zero, or without one on the way. Own organisation, while it is under way. */
export function checkIn(item: string, body: object, key: string): Promise<Answer<MovementReceipt>> {
  return command(`/api/movements/items/${item}/check-ins`, body, key);
}

export function withdraw(item: string, reason: string, key: string): Promise<Answer<MovementReceipt>> {
  return command(`/api/movements/items/${item}/withdraw`, { reason }, key);
}
