import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import * as convening from '../api/convening.ts';
import type { Organisation } from '../api/identity.ts';
import { store } from '../state/store.ts';

/** Who takes part in this deployment; asked for again with a link that came back. */
export function useOrganisations() {
  const answer = useSignal<Answer<{ readonly organisations: readonly Organisation[] }> | undefined>(undefined);

  async function load(): Promise<void> {
    answer.value = await convening.organisations();
  }

  useEffect(() => {
    if (answer.value?.kind !== 'ok') void load();
  }, [store.link.value]);

  return { answer, load, all: answer.value?.kind === 'ok' ? answer.value.value.organisations : [] };
}
