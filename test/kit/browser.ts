import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find((place) => existsSync(place));
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A machine may be busy with other things. */
const SLOWEST_TEST_MS = 60_000;

/** Tests in a real browser; skipped in one line where none is installed. `newPage` forgets everything of other tests. */
export function describeInBrowser(name: string, tests: (newPage: NewPage) => void): void {
  if (!executablePath) {
    console.info(`skipped, because no Chromium is installed: ${name}`);
    describe.skip(name, () => tests(notInstalled));
    return;
  }
  describe(name, { timeout: SLOWEST_TEST_MS }, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
    }, SLOWEST_TEST_MS);
    afterEach(async () => {
      for (const context of browser?.contexts() ?? []) await context.close();
    });
    afterAll(async () => browser?.close());
    tests(async ({ width = 1280, height = 800, language = 'en' } = {}) => {
      const context = await browser?.newContext({ viewport: { width, height }, locale: `${language}-IN` });
      if (!context) throw new Error('the browser is closed');
      return context.newPage();
    });
  });
}

export type NewPage = (options?: { width?: number; height?: number; language?: 'en' | 'hi' }) => Promise<Page>;

const notInstalled: NewPage = () => Promise.reject(new Error('no Chromium is installed'));

/** What axe finds against WCAG 2.2 AA on the page as it stands, one line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger, so the page's own security policy stays as strict as it is.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  )) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

interface Styled {
  getComputedStyle(of: unknown): { readonly direction: string };
}
/** Which way the text of an element runs, as the browser shows it. */
export const wayOf = (element: Locator): Promise<string> =>
  element.evaluate((shown) => (globalThis as unknown as Styled).getComputedStyle(shown).direction);
