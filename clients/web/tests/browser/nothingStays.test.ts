import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from './fixtures.ts';
import { cannotLook, launch } from './launch.ts';
import { openSite, type Site } from './site.ts';

/** Words of items, of their authors and of a draft. */
const canaries = [
  'RN2 is passable',
  'وصلت الرسالة',
  'SIR-7K3M-Q2XD',
  'Jonas Lind',
  'relief convoy',
  'heronbridge',
  'otterford',
];

describe.skipIf(cannotLook)('after signing out', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), openSite('ngo')]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  it('nothing of any item remains in the browser', async () => {
    const page = await browser.newPage({ baseURL: site.address });
    await page.goto(`/${places.incident}`);
    await page.getByText('Two men fired').first().waitFor();
    await page.goto(`/${places.plenary}`);
    await page.getByRole('textbox', { name: 'Message' }).fill('A draft about the heronbridge.');
    await page.goto(`/${places.notify}`);
    await page.getByLabel('Notes for your side').fill('Past the otterford.');
    await page.waitForFunction(() => window.sessionStorage.length > 0);
    await page.goto(`/${places.plenary}`);
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    const before = await kept(page);
    expect(before).toContain('RN2 is passable'); // The search below finds what is there.
    expect(before).toContain('heronbridge');

    await page.getByRole('navigation').getByRole('link', { name: 'Me', exact: true }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();

    const after = await kept(page);
    expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
    expect(canaries.filter((canary) => after.includes(canary))).toEqual([]);
    await page.close();
  });
});

/** Everything a page can keep, and what stands on it. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const contents = await Promise.all(databases.map(({ name }) => contentOf(name ?? '')));
    const caches = await cached();
    const fields = [...document.querySelectorAll('input, textarea')].map((each) => (each as HTMLInputElement).value);
    return [
      JSON.stringify({ ...window.localStorage }),
      JSON.stringify({ ...window.sessionStorage }),
      JSON.stringify(history.state),
      document.cookie,
      document.title,
      location.href,
      document.documentElement.outerHTML,
      ...fields,
      ...contents,
      ...caches,
    ].join('\n');

    async function contentOf(name: string): Promise<string> {
      const database = await done(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const rows = await Promise.all(stores.map((each) => done(database.transaction(each).objectStore(each).getAll())));
      database.close();
      return JSON.stringify(rows);
    }

    function done<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('The database cannot be read.'));
        };
      });
    }

    async function cached(): Promise<string[]> {
      const names = await window.caches.keys();
      const texts = names.map(async (name) => {
        const cache = await window.caches.open(name);
        const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
        return Promise.all(answers.map((answer) => answer?.text() ?? Promise.resolve('')));
      });
      return (await Promise.all(texts)).flat();
    }
  });
}
