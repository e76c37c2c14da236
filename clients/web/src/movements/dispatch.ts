import type { Fields } from '../api/items.ts';
import { property, textOf } from '../components/fieldReaders.ts';

/** Where a movement stands with one recipient. A force is told of itself alone, without its name. Twin: Dispatching of the movements service. */
export interface DispatchLine {
  readonly to?: string;
  readonly state: string;
  readonly version?: number;
  readonly at?: string;
  readonly cell?: string;
  /** Questions about this version, one a line. */
  readonly query?: string;
  /** A receipt for an older version, which the recipient still held when it said so. */
  readonly earlier?: EarlierReceipt;
}

export type EarlierReceipt = Pick<DispatchLine, 'version' | 'at' | 'cell' | 'query'>;

export function linesOf(value: unknown): readonly DispatchLine[] {
  return (Array.isArray(value) ? value : []).flatMap((line) => {
    const state = textOf(property(line, 'state'));
    return state === undefined ? [] : [{ ...receiptOf(line), ...earlier(line), state }];
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

/** Unacknowledged first, then by when they begin; what is over comes last. */
export function byUrgency(a: Fields, b: Fields): number {
  return (
    Number(waits(b)) - Number(waits(a)) ||
    Number(isOver(a)) - Number(isOver(b)) ||
    (textOf(a['windowStart']) ?? '').localeCompare(textOf(b['windowStart']) ?? '')
  );
}

function isOver(fields: Fields): boolean {
  return ['COMPLETED', 'CANCELLED', 'ABORTED_EN_ROUTE'].includes(textOf(fields['state']) ?? '');
}

function receiptOf(line: unknown): EarlierReceipt & Pick<DispatchLine, 'to'> {
  return { ...texts(line), ...numbers(line) };
}

function earlier(line: unknown): { readonly earlier?: EarlierReceipt } {
  const found = property(line, 'earlier');
  return found === undefined || found === null ? {} : { earlier: receiptOf(found) };
}

function texts(line: unknown): Partial<Record<'to' | 'at' | 'cell' | 'query', string>> {
  const found = (['to', 'at', 'cell', 'query'] as const).flatMap((name) => {
    const text = textOf(property(line, name));
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(found) as Partial<Record<'to' | 'at' | 'cell' | 'query', string>>;
}

function numbers(line: unknown): { readonly version?: number } {
  const version = property(line, 'version');
  return typeof version === 'number' ? { version } : {};
}
