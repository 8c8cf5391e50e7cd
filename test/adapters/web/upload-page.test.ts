import { afterEach, beforeEach, expect, it } from 'vitest';
import { barriersOn, describeInBrowser, wayOf } from '#test/kit/browser.ts';
import { type AWeb, aWeb, onePixel } from './a-web.ts';

describeInBrowser('the upload page in a browser', (newPage) => {
  let web: AWeb;
  beforeEach(async () => {
    web = await aWeb({ pages: true });
  });
  afterEach(() => web.close());

  it('takes a photo by one button, and shuts nobody out', async () => {
    const page = await newPage({ width: 240, height: 320, language: 'hi' });
    await page.goto(`${web.url}/u/good`);
    expect(await barriersOn(page)).toEqual([]);
    const file = { name: 'slip.png', mimeType: 'image/png', buffer: onePixel };
    await page.locator('#photo').setInputFiles(file);
    await page.getByRole('button', { name: 'भेजिए' }).click();
    await page.getByText('कागज़ आ गया').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(web.done).toEqual([['upload', { token: 'good', bytes: onePixel.byteLength }]]);
  });

  it('is written from the right in Urdu', async () => {
    const page = await newPage({ width: 240, height: 320, language: 'hi' });
    await page.goto(`${web.url}/u/urdu`);
    const at = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
    expect(await wayOf(page.locator('h1 .first'))).toBe('rtl');
    expect(await barriersOn(page)).toEqual([]);
    const folder = process.env.SCREENSHOTS;
    if (folder) await page.screenshot({ path: `${folder}/upload-urdu.png`, fullPage: true });
    const [label, whole] = [await at('dt .first'), await at('dl')];
    expect(label.x + label.width).toBeGreaterThan(whole.x + whole.width * 0.8);
  });
});
