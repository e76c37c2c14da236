import type { Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { contentOf, type Values } from '../incidents/values.ts';
import { aboutToReport } from './aboutToReport.ts';

export interface About {
  /** The notification that the report is about. */
  readonly id: string | undefined;
  /** One that somebody came here from while this draft already had words: whether it is about that, they are asked. */
  readonly asked: string | undefined;
  readonly answer: (isAboutIt: boolean) => void;
  readonly remove: () => void;
}

/** What a draft of a report is about. INVARIANT: words that were there before are never tied to another notification without a question. */
export function useAbout(values: Signal<Values>, place: string, drop: () => void): About {
  const tie = (linkedNotification: string) => (values.value = { ...values.peek(), linkedNotification });

  useEffect(() => {
    if (aboutToReport.value !== undefined && !hasWords(values.value)) tie(aboutToReport.value);
    return () => {
      const left = values.peek();
      if (left['linkedNotification'] && !hasWords(left)) drop(); // a form that was only looked at
    };
  }, [place, aboutToReport.value]);

  const linked = values.value['linkedNotification'];
  const id = typeof linked === 'string' && linked !== '' ? linked : undefined;
  const wanted = aboutToReport.value;
  const asked = wanted !== undefined && wanted !== id && hasWords(values.value) ? wanted : undefined;
  return {
    id,
    asked,
    answer: (isAboutIt) => {
      if (isAboutIt && asked !== undefined) tie(asked);
      aboutToReport.value = undefined;
    },
    remove: () => {
      tie('');
      aboutToReport.value = undefined;
    },
  };
}

function hasWords(values: Values): boolean {
  const { linkedNotification: _, ...words } = values;
  return Object.keys(contentOf(words)).length > 0;
}
