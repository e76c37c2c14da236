import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { places } from './fixtures.ts';
import { cannotLook, launch } from './launch.ts';
import { openSite, type Site } from './site.ts';

const phone = { width: 360, height: 640 };

describe.skipIf(cannotLook)('the four steps of a notification on a phone', { timeout: 60_000 }, () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launch(), openSite('ngo')]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  it.each(['en', 'ar', 'ar-XB'])('fit the screen, with large targets, in %s', async (locale) => {
    const context = await browser.newContext({ viewport: phone });
    await context.addCookies([{ name: 'cg_locale', value: locale, url: site.address }]);
    const page = await context.newPage();
    await page.goto(`${site.address}/${places.notify}`);
    await page.locator('.step-count').waitFor();

    for (const step of [1, 2, 3, 4]) {
      if (step === 3) await page.locator('.question-group[data-current=true] > .button-plain').click();
      const more = page.locator('.question-group[data-current=true] > .button-quiet');
      for (let left = await more.count(); left > 0; left -= 1) await more.first().click();
      await page.evaluate(() => {
        document.querySelectorAll('[data-current=true] details').forEach((each) => {
          each.setAttribute('open', '');
        });
      });
      if (step === 4) await page.locator('.named input').first().check();
      const current = page.locator('.question-group[data-current=true]');
      expect(await current.count()).toBe(1);
      expect(await overflow(page), `step ${String(step)}`).toBe(0);
      expect(await small(page), `step ${String(step)}`).toEqual([]);
      if (step < 4) await page.locator('.steps .button-primary').click();
    }

    expect(await page.locator('.law').count()).toBe(1);
    await context.close();
  });

  it('survive a reload, each with its words, and stand nowhere in the open', async () => {
    const context = await browser.newContext({ viewport: phone });
    const page = await context.newPage();
    await page.goto(`${site.address}/${places.notify}`);
    const current = page.locator('.question-group[data-current=true]');
    const step = () => page.locator('.step-count').textContent();
    const next = page.locator('.steps .button-primary');
    const sealed = () => page.evaluate(() => window.sessionStorage.getItem('cg-drafts'));
    const reload = async (before: string | null) => {
      await page.waitForFunction((old) => window.sessionStorage.getItem('cg-drafts') !== old, before);
      await page.reload();
      await page.locator('.step-count').waitFor();
    };
    const fill = async (label: string, words: string) => {
      const [before, written] = [await step(), await sealed()];
      await current.getByLabel(label).first().fill(words);
      await reload(written);
      expect(await step()).toBe(before);
      expect(await current.getByLabel(label).first().inputValue()).toBe(words);
    };

    await fill('Notes for your side', 'By the heronbridge.');
    await next.click();
    await fill('Position', '37S CV 41126 99084');
    await current.getByText('36.123452, 37.234569').waitFor();
    await next.click();
    await fill('Name or function', 'Dispatch');
    await next.click();
    const written = await sealed();
    await current.getByLabel(/^Tell .*Northern Force/).check();
    await reload(written);
    expect(await current.getByLabel(/^Tell .*Northern Force/).isChecked()).toBe(true);

    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...window.sessionStorage }, { ...window.localStorage }]),
    );
    expect(stored).toContain('cg-drafts');
    expect(stored).not.toMatch(/heronbridge|41126|Dispatch/);
    await context.close();
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What a thumb would miss. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main button, main select, main label.choice, main input:not([type=checkbox])')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 43.5)
      .map((element) => `${element.tagName} ${element.textContent}`),
  );
}
