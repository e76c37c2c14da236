import type { Answer } from './answer.ts';
import type { Receipt } from './channels.ts';
import { command, get } from './http.ts';

export interface Code {
  readonly code: string;
  readonly label?: string;
  readonly en?: string;
  readonly ar?: string;
}

export interface CodeList {
  readonly source?: string;
  readonly codes: readonly Code[];
}

export type CodeLists = Readonly<Record<string, CodeList>>;

/** An incident report as posted; fields by the names of docs/reference, empty ones left out. */
export type IncidentDraft = Readonly<Record<string, unknown>>;

export function codeLists(): Promise<Answer<unknown>> {
  return get('/api/incidents/code-lists');
}

export function report(channel: string, draft: IncidentDraft, key: string, shown?: string): Promise<Answer<Receipt>> {
  return command(`/api/incidents/channels/${channel}/reports`, draft, key, shown);
}

export type IncidentVerb = 'update' | 'verify' | 'correct' | 'withdraw' | 'close';

export function incidentCommand(
  item: string,
  verb: IncidentVerb,
  body: unknown,
  key: string,
  shown?: string,
): Promise<Answer<Receipt>> {
  return command(`/api/incidents/items/${item}/${verb}`, body, key, shown);
}
