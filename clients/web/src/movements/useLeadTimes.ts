import { useEffect } from 'preact/hooks';
import * as movements from '../api/movements.ts';
import type { LeadTimes } from '../api/movements.ts';
import { lastingDraft } from '../state/drafts.ts';

/** What a channel asks for, as it was last heard: without a network a movement is planned by that. Undefined before anything was heard. */
export function useLeadTimes(channel: string): LeadTimes | undefined {
  const heard = lastingDraft<{ readonly times?: LeadTimes }>(`lead times ${channel}`, {});
  useEffect(() => {
    void movements.leadTimes(channel).then((answer) => {
      if (answer.kind === 'ok') heard.value = { times: answer.value };
    });
  }, [channel]);
  return heard.value.times;
}
