import { vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
  readonly guard: string | null;
  /** Fingerprint of the audience that was shown. */
  readonly shown: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

type Reply = { readonly status?: number; readonly body?: unknown } | 'no answer';

/** Stands in for the services: answers by the end of the path, keeps what was asked. */
export function fakeServer(replies: Readonly<Record<string, Reply | (() => Reply | Promise<Reply>)>>) {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    asked.push({
      method: init.method ?? 'GET',
      path,
      key: headers.get('Idempotency-Key'),
      guard: headers.get('X-ContactGroup'),
      shown: headers.get('Audience-Fingerprint'),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {},
    });
    const found = Object.entries(replies).find(([end]) => path.includes(end))?.[1];
    const reply = typeof found === 'function' ? await found() : (found ?? { status: 404, body: { code: 'CG-2004' } });
    if (reply === 'no answer') throw new TypeError('network');
    return new Response(JSON.stringify(reply.body ?? {}), { status: reply.status ?? 200 });
  });
  return { asked, posts: (end: string) => asked.filter((each) => each.method === 'POST' && each.path.endsWith(end)) };
}
