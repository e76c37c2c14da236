import type { Browser, Page } from 'playwright-core';
import type { Who } from './fixtures.ts';
import { settling } from './settling.ts';
import type { Site } from './site.ts';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface Window {
  readonly page: Page;
  /** Complaints of the browser that matter since the page was opened: the live hub is not part of these pages, and absence is an answer. */
  readonly complaints: readonly string[];
  /** Waits until the page has what it asked for and has shown it. */
  readonly settled: () => Promise<void>;
}

/**
 * Windows of a browser that are used again: a new one costs more than the page that is opened in it. Each page is loaded anew, with nothing kept of the one
 * before; a window in which something failed is not used again.
 */
export class Windows {
  private readonly idle = new Map<string, OpenWindow[]>();

  constructor(
    private readonly browser: Browser,
    private readonly sites: ReadonlyMap<Who, Site>,
  ) {}

  /** Opens a page as somebody, in a language and a size, and gives it to `use`. */
  async visit(
    who: Who,
    hash: string,
    locale: string,
    viewport: Viewport,
    use: (window: Window) => Promise<void>,
  ): Promise<void> {
    const address = this.sites.get(who)?.address ?? '';
    const kind = [who, locale, viewport.width].join(' ');
    const window = this.idle.get(kind)?.pop() ?? (await this.open(address, locale, viewport));
    try {
      await window.page.setViewportSize(viewport); // whoever had it before may have left it in another size
      await window.page.goto(`${address}/${hash}`);
      await window.page.locator('h1').first().waitFor();
      await window.settled();
      await use(window);
      await leave(window);
    } catch (failure) {
      await window.page.context().close(); // it goes on looking for the live hub, and takes from those after it
      throw failure;
    }
    this.idle.set(kind, [...(this.idle.get(kind) ?? []), window]);
  }

  private async open(address: string, locale: string, viewport: Viewport): Promise<OpenWindow> {
    const context = await this.browser.newContext({ viewport });
    await context.addCookies([{ name: 'cg_locale', value: locale, url: address }]);
    const page = await context.newPage();
    return { page, complaints: listen(page), settled: settling(page) };
  }
}

interface OpenWindow extends Window {
  readonly complaints: string[];
}

async function leave({ page, complaints }: OpenWindow): Promise<void> {
  await page.evaluate(() => {
    window.sessionStorage.clear();
    window.localStorage.clear();
  });
  await page.goto('about:blank');
  complaints.length = 0;
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const beside = message.location().url.includes('/hubs/') || message.text().includes('404');
    if (message.type() === 'error' && !beside) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
