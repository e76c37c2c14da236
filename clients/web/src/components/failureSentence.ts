import type { Answer } from '../api/answer.ts';
import { maybe, t } from '../i18n/index.ts';

export type Failed = Exclude<Answer<unknown>, { kind: 'ok' }>;

/** One sentence for a failure, in the person's language. */
export function sentenceFor(answer: Failed): string {
  switch (answer.kind) {
    case 'refused':
      return maybe(
        `error.${answer.problem.code}`,
        answer.problem.detail || answer.problem.title || t('error.unexpected'),
      );
    case 'busy':
      return t('error.busy', { seconds: answer.retryAfterSeconds });
    case 'unreachable':
      return t('error.unreachable');
  }
}
