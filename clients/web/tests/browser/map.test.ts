import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from './fixtures.ts';
import { cannotLook, launch } from './launch.ts';
import { openSite, type Site } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { width: 360, height: 640 };
const desktop = { width: 1280, height: 800 };

describe.skipIf(cannotLook)('the map', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), openSite('ngo')]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  async function visit(
    hash: string,
    check: (page: Page, context: BrowserContext, asked: readonly string[]) => Promise<void>,
    { locale = 'en', viewport = phone } = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport });
    await context.addCookies([{ name: 'cg_locale', value: locale, url: site.address }]);
    const page = await context.newPage();
    const [asked, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy'))
        complaints.push(message.text());
    });
    await page.goto(`${site.address}/${hash}`);
    await check(page, context, asked);
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([]); // nobody else is told where people look
    await context.close();
  }

  it.each([
    ['en', phone],
    ['ar', phone],
    ['ar-XB', phone],
    ['en', desktop],
  ] as const)('fits the screen, and axe objects to nothing, in %s', async (locale, viewport) => {
    await visit(
      '#/map/incidents',
      async (page) => {
        await page.locator('.map-item').first().waitFor();
        await page.locator('.map-side summary').click();
        expect(await overflow(page)).toBe(0);
        expect(await small(page)).toEqual([]);
        expect(await violations(page)).toEqual([]);
      },
      { locale, viewport },
    );
  });

  it('is opened from a list, comes only then, and opens once more without the network', async () => {
    await visit('#/sites', async (page, context, asked) => {
      const map = page.getByRole('link', { name: 'Map', exact: true });
      await map.waitFor();
      expect(asked.filter((url) => /ground|parts-/.test(url))).toEqual([]);

      await map.click();
      await page.locator('.map-item').first().waitFor();
      await context.setOffline(true);
      await page.getByRole('link', { name: 'List', exact: true }).click();
      await page.getByRole('heading', { name: 'Sites', exact: true }).waitFor();
      await map.click();
      await page.locator('.map-item').first().waitFor();

      expect(await page.locator('.map-note').textContent()).toContain('do not imply official endorsement');
    });
  });

  it('goes to where things are as soon as it knows of any', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.route('**/api/release/items?*', async (route) => {
      await page.locator('.map-degree').first().waitFor({ state: 'attached' }); // the map is there before anything on it
      await route.continue();
    });
    await page.goto(`${site.address}/#/map/sites`);
    await page.locator('.map-item').first().waitFor();

    await page.getByRole('heading', { name: '2 in view' }).waitFor();
    expect((await page.locator('.map-degree').allTextContents()).some((degree) => degree.startsWith('36.'))).toBe(true);
    await context.close();
  });

  it('draws what is only roughly known as a square, and says so', async () => {
    await visit('#/map/incidents', async (page) => {
      const rough = page.locator('.map-item-rough');
      await rough.first().waitFor();

      await rough.first().click();

      await page.locator('.map-row-chosen').first().waitFor();
      expect(await page.locator('.map-list').textContent()).toContain('Only roughly known');
    });
  });

  it('names every sign with its marking, and lists what was chosen', async () => {
    await visit('#/map/sites', async (page) => {
      const sign = page.locator('.map-item[aria-label*="Camp by the river"]');
      await sign.waitFor();
      expect(await sign.getAttribute('aria-label')).toMatch(/^Exercise\. Moderate\. Site notification\. /);

      await sign.click();

      await page.getByRole('heading', { name: '1 at this place' }).waitFor();
      expect(await page.locator('.map-row').count()).toBe(1);
      await page.getByRole('button', { name: 'Show everything in view' }).click();
      await page.getByRole('heading', { name: '2 in view' }).waitFor();
    });
  });

  it('is one stop for the keyboard, and leads on to the list', async () => {
    await visit('#/map/sites', async (page) => {
      await page.locator('.map-item').first().waitFor();
      await page.locator('.map').focus();
      const before = await page.locator('.map-degree').allTextContents();

      await page.keyboard.press('+');
      await page.waitForFunction(
        (old) => [...document.querySelectorAll('.map-degree')].map((each) => each.textContent).join() !== old,
        before.join(),
      );
      await page.keyboard.press('Home');
      await page.waitForFunction(
        (old) => [...document.querySelectorAll('.map-degree')].map((each) => each.textContent).join() === old,
        before.join(),
      );
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nearer');

      await page.locator('.map').focus();
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('2 in view');
    });
  });

  it('gives a form the place under its cross, and reads it back', async () => {
    await visit(places.notifySite, async (page) => {
      await page.locator('.steps .button-primary').waitFor();
      if (!(await page.getByRole('button', { name: 'Choose on the map' }).isVisible()))
        await page.locator('.steps .button-primary').click();
      await page.getByLabel('Position').first().fill('36.123456, 37.234567');
      await page.getByRole('button', { name: 'Choose on the map' }).click();
      await page.locator('.map-pick .position').waitFor();
      expect(await page.locator('.map-pick [role=status]').textContent()).toMatch(/36\.12\d*, 37\.23/);
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);

      const before = await page.locator('.map-pick .position').textContent();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((old) => document.querySelector('.map-pick .position')?.textContent !== old, before);
      await page.getByRole('button', { name: 'Take this place' }).click();

      await page.locator('.map-pick').waitFor({ state: 'detached' });
      expect(await page.getByLabel('Position').first().inputValue()).toMatch(/^36\.12\d*, 37\.2\d+$/);
      await page.getByText('Read as').waitFor();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Choose on the map');
    });
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Signs on the map are 44 pixels as well. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main summary, main label.choice')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}

function violations(page: Page): Promise<unknown> {
  return page.evaluate(
    `${axe}; axe.run().then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))`,
  );
}
