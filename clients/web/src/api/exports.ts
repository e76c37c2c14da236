import type { Answer } from './answer.ts';
import { command, file, get } from './http.ts';
import type { KnownKind } from './items.ts';

export type FormatName = 'html' | 'geojson' | 'kml' | 'hxl' | 'cap' | 'ics' | 'template' | 'cot';

/** Which items a file holds, of what the reader may see. */
export interface ExportQuery {
  readonly channel?: string;
  readonly kind: KnownKind;
  /** Not before this day. */
  readonly from?: string;
  /** Before this day. */
  readonly to?: string;
  readonly status?: 'current';
}

/** A file that takes two people. Twin: ListExportRequests of the release service. */
export interface ExportRequest {
  readonly request: string;
  readonly format: string;
  readonly channel?: string | null;
  readonly kind?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly status?: string | null;
  /** Who asked; absent for one's own. */
  readonly person?: string | null;
  readonly organisation?: string | null;
  readonly askedAt: string;
  readonly state: 'waiting' | 'ready' | 'used' | 'over';
}

export interface ExportRequests {
  readonly own: readonly ExportRequest[];
  /** Those that the reader may be the second person of. */
  readonly waiting: readonly ExportRequest[];
}

/** Where a file of many is fetched. */
export function addressOf(format: FormatName, query: ExportQuery): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | undefined][])
    if (value !== undefined) asked.set(name, value);
  return `/api/release/exports/${format}?${asked.toString()}`;
}

export function takeMany(format: FormatName, query: ExportQuery): Promise<Answer<Blob>> {
  return file(addressOf(format, query));
}

export function takeOne(item: string, format: FormatName): Promise<Answer<Blob>> {
  return file(`/api/release/items/${item}/export/${format}`);
}

/** Asks for a file that a second person has to want as well. */
export function askForFile(
  format: FormatName,
  query: ExportQuery,
  key: string,
): Promise<Answer<{ readonly request: string }>> {
  return command('/api/release/exports/requests', { format, ...query }, key);
}

export function exportRequests(): Promise<Answer<ExportRequests>> {
  return get('/api/release/exports/requests');
}

export function confirmFile(request: string, key: string): Promise<Answer<undefined>> {
  return command(`/api/release/exports/requests/${request}/confirm`, {}, key);
}

/** Once, within an hour after it was confirmed: what the reader may see now. */
export function fetchFile(request: string): Promise<Answer<Blob>> {
  return file(`/api/release/exports/requests/${request}/file`);
}
