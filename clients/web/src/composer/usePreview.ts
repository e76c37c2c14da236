import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { problemIn, type Answer } from '../api/answer.ts';
import { newKey } from '../api/keys.ts';
import * as release from '../api/release.ts';
import type { Preview, PreviewDraft } from '../api/release.ts';
import { useDebounced } from '../components/useDebounced.ts';

export type PreviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly preview: Preview; readonly of: string }
  | { readonly kind: 'failed'; readonly answer: Answer<unknown> };

/** What is left to be shown of a preview where its remarks stand field by field. */
export function besideRemarks(state: PreviewState): PreviewState {
  const found = state.kind === 'failed' ? problemIn(state.answer) : undefined;
  return found === undefined || Object.keys(found.errors).length === 0 ? state : { kind: 'none' };
}

const stillness = 500;

/** Asks the server what each audience would get, whenever the draft stands still. A late answer to an older draft is dropped. */
export function usePreview(draft: PreviewDraft | undefined) {
  const state = useSignal<PreviewState>({ kind: 'none' });
  const latest = useRef(0);
  const settled = useDebounced(draft, stillness);

  async function ask(wanted: PreviewDraft): Promise<Answer<Preview>> {
    const number = ++latest.current;
    const answer = await release.preview(wanted, newKey());
    if (number === latest.current) {
      state.value =
        answer.kind === 'ok'
          ? { kind: 'ready', preview: answer.value, of: JSON.stringify(wanted) }
          : { kind: 'failed', answer };
    }
    return answer;
  }

  useEffect(() => {
    if (settled === undefined) {
      latest.current += 1;
      state.value = { kind: 'none' };
      return;
    }
    // What was found stays until it is known what is found now.
    if (state.value.kind === 'none') state.value = { kind: 'loading' };
    void ask(settled);
  }, [JSON.stringify(settled)]);

  return { state, ask };
}
