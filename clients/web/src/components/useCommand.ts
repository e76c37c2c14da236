import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../api/answer.ts';
import { CommandKey } from '../api/keys.ts';
import { run, waiting } from '../state/commands.ts';

/** One command of a screen: its key across retries, whether it is under way, and what came of it. */
export function useCommand() {
  const key = useRef(new CommandKey());
  const busy = useSignal(false);
  const answer = useSignal<Answer<unknown> | undefined>(undefined);
  const counted = useRef(false);
  const gone = useRef(false);

  function countWaiting(now: boolean): void {
    if (gone.current && now) return; // nobody is here any more to take it back
    if (now !== counted.current) waiting(now ? 1 : -1);
    counted.current = now;
  }

  useEffect(
    () => () => {
      gone.current = true;
      countWaiting(false);
    },
    [],
  );

  async function send<T>(body: unknown, attempt: (key: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const kept = key.current.for(body);
    busy.value = true;
    const result = await run(() => attempt(kept));
    busy.value = false;
    answer.value = result;
    countWaiting(result.kind === 'unreachable' || result.kind === 'busy');
    if (result.kind === 'ok') key.current.done();
    return result;
  }

  return { busy, answer, send };
}
