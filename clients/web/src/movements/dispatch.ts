import type { Fields } from '../api/items.ts';
import { property, textOf } from '../components/fieldReaders.ts';
import { isOverdue } from './checkIns.ts';
import { isOver } from './states.ts';

/** Where a movement stands with one recipient. A force is told of itself alone, without its name. Twin: Dispatching of the movements service. */
export interface DispatchLine {
  readonly to?: string;
  readonly state: string;
  readonly version?: number;
  readonly at?: string;
  readonly cell?: string;
  /** Questions about this version, one a line. */
  readonly query?: string;
  /** How often it was reminded of this version, and when last. */
  readonly reminders?: number;
  readonly remindedAt?: string;
  /** When others of it, or a coordinator, were called because it did not answer. */
  readonly escalatedAt?: string;
  /** It came later than the lead time of this recipient asks. */
  readonly late?: boolean;
  /** A receipt for an older version, which the recipient still held when it said so. */
  readonly earlier?: EarlierReceipt;
}

export type EarlierReceipt = Pick<DispatchLine, 'version' | 'at' | 'cell' | 'query'>;

export function linesOf(value: unknown): readonly DispatchLine[] {
  return (Array.isArray(value) ? value : []).flatMap((line) => {
    const state = textOf(property(line, 'state'));
    return state === undefined
      ? []
      : [{ ...receiptOf(line), ...earlier(line), ...(property(line, 'late') === true ? { late: true } : {}), state }];
  });
}

/** Whether its recipient has said that it received the version that the line is about. */
export function isReceived(line: DispatchLine): boolean {
  return line.state === 'ACKNOWLEDGED' || line.state === 'QUERIED';
}

/** Whether its recipient has said that it received the version that the reader has. */
export function isAnswered(line: DispatchLine, fields: Fields): boolean {
  return isReceived(line) && line.version === versionOf(fields);
}

/** Where the movement stands with the reader's own force. */
export function ownLine(fields: Fields): DispatchLine | undefined {
  return linesOf(fields['dispatch']).find((line) => line.to === undefined);
}

/** The version that a recipient acknowledges. */
export function versionOf(fields: Fields): number | undefined {
  const version = fields['version'];
  return typeof version === 'number' ? version : undefined;
}

/** Whether somebody who was named has not yet said that they received it. */
export function waits(fields: Fields): boolean {
  return !isOver(fields) && linesOf(fields['dispatch']).some((line) => !isAnswered(line, fields));
}

/** Audiences whose receipt is missing; none for a force, which is told of itself alone. */
export function waitsFor(fields: Fields): readonly string[] {
  return linesOf(fields['dispatch']).flatMap((line) => (isAnswered(line, fields) ? [] : (line.to ?? [])));
}

/** Whether somebody has to call a recipient: it has said nothing for hours, or was not reached, be it with the word that nobody comes. */
export function isEscalated(fields: Fields): boolean {
  return linesOf(fields['dispatch']).some(
    (line) => line.escalatedAt !== undefined && !isAnswered(line, fields) && (!isOver(fields) || isUnreached(line)),
  );
}

/** Who was not told that a convoy does not come waits for it, also when that is over; who was told and is silent need not be called any more. */
function isUnreached(line: DispatchLine): boolean {
  return line.state === 'QUEUED' || line.state === 'FAILED';
}

/** Overdue first, then escalated, then unacknowledged, then by when they begin; what is over comes last. */
export function byUrgency(a: Fields, b: Fields): number {
  return (
    Number(isOverdue(b)) - Number(isOverdue(a)) ||
    Number(isEscalated(b)) - Number(isEscalated(a)) ||
    Number(waits(b)) - Number(waits(a)) ||
    Number(isOver(a)) - Number(isOver(b)) ||
    (textOf(a['windowStart']) ?? '').localeCompare(textOf(b['windowStart']) ?? '')
  );
}

function receiptOf(line: unknown): EarlierReceipt & Omit<DispatchLine, 'state' | 'earlier'> {
  return { ...texts(line), ...numbers(line) };
}

function earlier(line: unknown): { readonly earlier?: EarlierReceipt } {
  const found = property(line, 'earlier');
  return found === undefined || found === null ? {} : { earlier: receiptOf(found) };
}

const textNames = ['to', 'at', 'cell', 'query', 'remindedAt', 'escalatedAt'] as const;
type TextName = (typeof textNames)[number];

function texts(line: unknown): Partial<Record<TextName, string>> {
  const found = textNames.flatMap((name) => {
    const text = textOf(property(line, name));
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as Partial<Record<TextName, string>>;
}

function numbers(line: unknown): { readonly version?: number; readonly reminders?: number } {
  const [version, reminders] = [property(line, 'version'), property(line, 'reminders')];
  return {
    ...(typeof version === 'number' ? { version } : {}),
    ...(typeof reminders === 'number' && reminders > 0 ? { reminders } : {}),
  };
}
