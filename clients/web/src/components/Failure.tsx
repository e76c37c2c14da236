import type { Answer } from '../api/answer.ts';
import { maybe } from '../i18n/index.ts';
import { sentenceFor } from './failureSentence.ts';

interface FailureProps {
  readonly answer: Answer<unknown> | undefined;
  /** What became of the person's words, when they had any. */
  readonly words?: string;
}

/** Says what happened, then what became of the words. Nothing when nothing failed. */
export function Failure({ answer, words }: FailureProps) {
  if (answer === undefined || answer.kind === 'ok') return null;
  const remedies = answer.kind === 'refused' ? Object.entries(answer.problem.errors) : [];
  return (
    <div class="failure" role="alert">
      <p>{sentenceFor(answer)}</p>
      {remedies.length > 0 && (
        <ul>
          {remedies.map(([field, sentences]) => (
            <li key={field}>
              <bdi>{labelOf(field)}</bdi>: <bdi>{sentences.join(' ')}</bdi>
            </li>
          ))}
        </ul>
      )}
      {words !== undefined && <p>{words}</p>}
    </div>
  );
}

/** A field in words, or one of its figures; its name where the page has none. */
function labelOf(field: string): string {
  const named = field.replace(/^content\./, '').replace(/\[.*$/, '');
  return maybe(`field.${named}`, maybe(named, field));
}
