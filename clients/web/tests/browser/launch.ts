import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

// The same engine; without the window of a whole browser around each page it takes half the time.
const usual = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

const executablePath = process.env['CONTACTGROUP_CHROMIUM'] ?? usual.find(existsSync) ?? '';
const built = new URL('../../dist/index.html', import.meta.url);

/** Without Chromium or a built client there is nothing to look at. */
export const cannotLook = !existsSync(executablePath) || !existsSync(built);

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
