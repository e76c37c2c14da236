import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { answers, type Who } from './fixtures.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

// As strict as any host sets it: the client must live with this.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

export interface Site {
  readonly address: string;
  close(): void;
}

/** Serves the built client with a strict content security policy, and canned answers in place of the services. */
export async function openSite(who: Who): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path.startsWith('/api/')) {
      const body = answers(who, path);
      response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body ?? { code: 'CG-2004', title: 'Not found', status: 404 }));
      return;
    }
    const name = path === '/' ? 'index.html' : path.slice(1);
    readFile(join(dist, name)).then(
      (file) => {
        response.writeHead(200, {
          'Content-Type': types[extname(name)] ?? 'text/plain',
          'Content-Security-Policy': policy,
          'Cache-Control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
        });
        response.end(file);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}`, close: () => server.close() };
}
