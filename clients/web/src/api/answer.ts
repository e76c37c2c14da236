import type { Problem } from './problem.ts';

/** What came of a request. Network failures are an answer too: nothing is thrown across this line. */
export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The server is there and asks for patience. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** No answer came. A command may or may not have been carried out. */
  | { readonly kind: 'unreachable' };

/** Why the server refused; undefined for whatever else came of a request. */
export function problemIn(answer: Answer<unknown> | undefined): Problem | undefined {
  return answer?.kind === 'refused' ? answer.problem : undefined;
}

/** The same answer with its value changed; failures pass through. */
export function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.kind === 'ok' ? { kind: 'ok', value: change(answer.value) } : answer;
}
