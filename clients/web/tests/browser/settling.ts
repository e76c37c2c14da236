import type { Page, Request } from 'playwright-core';

/**
 * Waits until a page has what it asked for and has shown it: nothing is under way, also after another look at the screen. The live hub is left out, which is not
 * part of these pages and is tried again and again. Call it before the page is opened; what it gives, whenever something was done.
 */
export function settling(page: Page): () => Promise<void> {
  const under = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().includes('/hubs/')) under.add(request);
  });
  page.on('requestfinished', (request) => under.delete(request));
  page.on('requestfailed', (request) => under.delete(request));
  return async () => {
    for (let calm = 0; calm < 2;) {
      await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown, 0))));
      calm = under.size === 0 ? calm + 1 : 0;
    }
  };
}
