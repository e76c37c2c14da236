import * as incidents from '../api/incidents.ts';
import type { Code, CodeList, CodeLists } from '../api/incidents.ts';
import { locale } from '../i18n/index.ts';
import { store } from '../state/store.ts';

let loading: Promise<void> | undefined;

/** Loads the code lists once per session. */
export function loadCodeLists(): Promise<void> {
  loading ??= fetchCodeLists();
  return loading;
}

async function fetchCodeLists(): Promise<void> {
  const answer = await incidents.codeLists();
  if (answer.kind === 'ok') store.codeLists.value = listsOf(answer.value);
  else loading = undefined;
}

/** The label of a code in the person's language, the English one when there is none, else the code itself. */
export function codeLabel(list: string, code: string): string {
  const found = store.codeLists.value[list]?.codes.find((each) => each.code === code);
  return found === undefined ? code : labelOf(found);
}

export function labelOf(code: Code): string {
  const own = locale() === 'ar' ? code.ar : undefined;
  return own ?? code.label ?? code.en ?? code.code;
}

export function codesOf(list: string): readonly Code[] {
  return store.codeLists.value[list]?.codes ?? [];
}

/** Accepts lists keyed by name, or inside a `lists` member. */
function listsOf(body: unknown): CodeLists {
  if (typeof body !== 'object' || body === null) return {};
  const inner = 'lists' in body ? body.lists : body;
  return inner as Record<string, CodeList>;
}
