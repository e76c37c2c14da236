import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places, type Who } from './fixtures.ts';
import { cannotLook, launch } from './launch.ts';
import { openSite, type Site } from './site.ts';
import { Windows, type Viewport } from './windows.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const phone = { width: 360, height: 640 };
const desktop = { width: 1280, height: 800 };

type Screen = readonly [name: string, who: Who, hash: string];

const screens: readonly Screen[] = [
  ['sign-in', 'nobody', '#/'],
  ['groups', 'ngo', '#/'],
  ['group and terms', 'ngo', places.group],
  ['channel', 'ngo', places.plenary],
  ['incidents', 'ngo', '#/incidents'],
  ['incident', 'ngo', places.incident],
  ['incident, as another side has it', 'ngo', places.coarse],
  ['report', 'ngo', places.report],
  ['revision', 'ngo', places.revise],
  ['movement', 'ngo', places.movement],
  ['movement, as who was named has it', 'ngo', places.told],
  ['movement under way and overdue', 'ngo', places.underway],
  ['movement on paper', 'ngo', places.print],
  ['movement read out by radio', 'ngo', places.readBack],
  ['movements', 'ngo', '#/movements'],
  ['board of a liaison', 'liaison', '#/movements'],
  ['notification', 'ngo', places.notify],
  ['access constraint', 'ngo', places.access],
  ['access constraint, as a coordinator has it', 'coordinator', places.access],
  ['access constraints', 'ngo', '#/access'],
  ['raising an access constraint', 'ngo', places.raise],
  ['update of an access constraint', 'ngo', places.reviseAccess],
  ['site', 'ngo', places.site],
  ['movements and concerns of a force', 'force', '#/movements'],
  ['site, as who was named has it', 'force', places.toldSite],
  ['sites', 'ngo', '#/sites'],
  ['site notification', 'ngo', places.notifySite],
  ['amendment of a site', 'ngo', places.amendSite],
  ['advisory', 'ngo', places.advisory],
  ['advisories', 'ngo', '#/advisories'],
  ['writing an advisory', 'force', places.advise],
  ['notification room of a force', 'force', places.room],
  ['map of incidents', 'ngo', '#/map/incidents'],
  ['review', 'coordinator', '#/reviews'],
  ['incident, as a coordinator has it', 'coordinator', places.incident],
  ['me', 'ngo', '#/me'],
  ['sites as a file', 'ngo', '#/take-out/sites'],
  ['movements as a file for a force', 'force', '#/take-out/movements'],
  ['files that take two people', 'ngo', '#/files'],
  ['notifying from a table', 'ngo', places.importing],
];

describe.skipIf(cannotLook)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let windows: Windows;
  const sites = new Map<Who, Site>();

  beforeAll(async () => {
    browser = await launch();
    for (const who of ['ngo', 'force', 'liaison', 'coordinator', 'nobody'] as const)
      sites.set(who, await openSite(who));
    windows = new Windows(browser, sites);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    sites.forEach((site) => {
      site.close();
    });
  });

  async function visit(
    [, who, hash]: Screen,
    locale: string,
    viewport: Viewport,
    check: (page: Page) => Promise<void>,
  ): Promise<void> {
    await windows.visit(who, hash, locale, viewport, async ({ page, complaints, settled }) => {
      await openEverything(page);
      await settled();
      await check(page);
      expect(complaints).toEqual([]);
    });
  }

  it.concurrent.each(['ar', 'ar-XB'].flatMap((locale) => screens.map((screen) => [locale, screen] as const)))(
    'fits 360 pixels in %s: %s',
    async (locale, screen) => {
      await visit(screen, locale, phone, async (page) => {
        expect(await overflow(page)).toBe(0);
        expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
      });
    },
  );

  it.concurrent.each(screens)(
    'fits a phone with large targets, and axe objects to nothing there or on a desktop: %s',
    async (...screen) => {
      await visit(screen, 'en', phone, async (page) => {
        expect(await overflow(page)).toBe(0);
        expect(await smallTargets(page)).toEqual([]);
        await page.evaluate(axe);
        expect(await violations(page)).toEqual([]);
        await page.setViewportSize(desktop);
        expect(await violations(page)).toEqual([]);
      });
    },
  );
});

/** What is folded away has to fit as well. */
async function openEverything(page: Page): Promise<void> {
  for (const editor of await page.locator('.review button[aria-expanded=false]').all()) await editor.click();
  await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>('.board-acknowledge button').forEach((each) => {
      each.click();
    });
  });
  const action = page.locator('.actions button[aria-expanded=false]').first();
  if ((await action.count()) > 0) await action.click();
  const target = page.getByRole('radio', { name: /Cursor on Target/ });
  if ((await target.count()) > 0) await target.check();
  const overview = page
    .locator('details:has(.figures), main details:not(.field details)')
    .filter({ hasText: /Overview|نظرة/ });
  if ((await overview.count()) > 0) {
    await overview.locator('summary').click();
    await overview.locator('select').first().selectOption('SYR');
    await page.locator('.overview').first().waitFor();
  }
  const composer = page.locator('form.composer textarea');
  if ((await composer.count()) > 0) {
    await composer.fill('Words. كلمات');
    await page.locator('.preview').waitFor();
  }
  await page.evaluate(() => {
    document.querySelectorAll('.review details, .explanation details, .releases details').forEach((each) => {
      each.setAttribute('open', '');
    });
  });
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Runs axe by the browser's debugger, which the content security policy of the page does not concern. */
function violations(page: Page): Promise<unknown> {
  return page.evaluate(
    `axe.run().then((found) => found.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join(', ')))`,
  );
}

function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, select, summary, .navigation a, .channel, input:not([type=checkbox], [type=radio])',
      ),
    ]
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.skip, .attach-input'))
      .filter((element) => element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}
