import type { Answer } from './answer.ts';
import { problemFrom, ProblemCodes } from './problem.ts';
import { sessionNumber } from './sessionNumber.ts';

/** Called when the server no longer knows the session. */
let onSignedOut: () => void = () => undefined;

export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

/** Called with the time every answer took, in milliseconds. */
let onAnswered: (milliseconds: number) => void = () => undefined;

export function whenAnswered(action: (milliseconds: number) => void): void {
  onAnswered = action;
}

export function get<T>(path: string): Promise<Answer<T>> {
  return send<T>('GET', path, undefined, {});
}

/**
 * A command. The key is kept by the caller across retries, so that the server carries the command out once. With the fingerprint of a preview it
 * goes no further than was shown there.
 */
export function command<T>(path: string, body: unknown, key: string, audienceShown?: string): Promise<Answer<T>> {
  return send<T>('POST', path, body, {
    'Idempotency-Key': key,
    ...(audienceShown === undefined ? {} : { 'Audience-Fingerprint': audienceShown }),
  });
}

/** A POST that changes nothing that could happen twice: sign-in and previews. */
export function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  return send<T>('POST', path, body, {});
}

/** The next part of a file, which begins at `offset`. */
export function part<T>(path: string, bytes: Blob, offset: number): Promise<Answer<T>> {
  return send<T>('PATCH', path, bytes, { 'Upload-Offset': String(offset) });
}

/** The bytes of a file; undefined when they cannot be had, whatever the reason. */
export async function bytes(path: string): Promise<Blob | undefined> {
  const answer = await file(path);
  return answer.kind === 'ok' ? answer.value : undefined;
}

/** The bytes of a file, or why there are none. */
export async function file(path: string): Promise<Answer<Blob>> {
  const asked = sessionNumber();
  try {
    const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' });
    if (!response.ok) return await read<Blob>(response, path, asked);
    const found = await response.blob();
    return asked === sessionNumber() ? { kind: 'ok', value: found } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

export function remove(path: string): Promise<Answer<undefined>> {
  return send<undefined>('DELETE', path, undefined, {});
}

/** INVARIANT: what comes after the session that asked has ended is no answer, whoever waits for it. */
async function send<T>(method: string, path: string, body: unknown, extra: Record<string, string>): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: 'application/json', ...extra };
  if (method !== 'GET') headers['X-ContactGroup'] = '1';
  const raw = body instanceof Blob;
  if (body !== undefined)
    headers['Content-Type'] = raw ? 'application/offset+octet-stream' : 'application/json; charset=utf-8';
  const asked = sessionNumber();
  const started = performance.now();
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
  } catch {
    return { kind: 'unreachable' };
  }
  onAnswered(performance.now() - started);
  return read<T>(response, path, asked);
}

async function read<T>(response: Response, path: string, asked: number): Promise<Answer<T>> {
  const { body, whole } = await bodyOf(response);
  if (asked !== sessionNumber() || (response.ok && !whole)) return { kind: 'unreachable' };
  if (response.ok) return { kind: 'ok', value: body as T };
  if (response.status === 429 || response.status === 503) {
    return { kind: 'busy', retryAfterSeconds: Math.min(Number(response.headers.get('Retry-After')) || 2, 120) };
  }
  if (response.status === 502 || response.status === 504) return { kind: 'unreachable' };
  const problem = problemFrom(response.status, body);
  if (problem.code === ProblemCodes.notSignedIn && !path.endsWith('/api/identity/me')) onSignedOut();
  return { kind: 'refused', problem };
}

/** A body that broke off on its way is no answer, whatever was said before it. */
async function bodyOf(response: Response): Promise<{ readonly body?: unknown; readonly whole: boolean }> {
  try {
    const text = await response.text();
    return { body: text === '' ? undefined : (JSON.parse(text) as unknown), whole: true };
  } catch {
    return { whole: false };
  }
}
