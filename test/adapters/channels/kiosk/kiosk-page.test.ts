import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Assets, buildPages } from '#adapters/web/build-pages.ts';
import { barriersOn, describeInBrowser, type NewPage, wayOf } from '#test/kit/browser.ts';
import { type AKiosk, aKiosk } from './a-kiosk.ts';

const welcome = {
  text: 'नमस्ते। आपको क्या चाहिए?',
  choices: [
    { id: 'menu/services', label: 'सभी सेवाएँ' },
    { id: 'menu/mine', label: 'मेरे आवेदन', description: 'जो पहले जमा हुए' },
  ],
};
const manyChoices = {
  text: 'कौन सी सेवा?',
  choices: [
    ...Array.from({ length: 14 }, (_, at) => ({ id: `service/s-${at}/apply`, label: `सेवा ${at + 1}` })),
    { id: 'skip/service', label: 'अभी छोड़ें' },
  ],
};
/** In no other text, and in no number of the browser's memory. */
const SECRET = 'QuietLotusSecret';
/** Whether the key of this kiosk refuses to be read out. */
const isKeyShut = `new Promise((resolve) => {
  indexedDB.open('eksandesh').onsuccess = ({ target }) => {
    const asked = target.result.transaction('device').objectStore('device').get('this');
    asked.onsuccess = () => crypto.subtle.exportKey('jwk', asked.result.keys.privateKey).then(() => resolve(false), () => resolve(true));
  };
})`;
const screen = { width: 1280, height: 900 };

describeInBrowser('the kiosk in a browser', (newPage) => {
  let assets: Assets;
  let kiosk: AKiosk;
  beforeAll(async () => {
    assets = await buildPages();
  });
  beforeEach(async () => {
    kiosk = await aKiosk(assets);
  });
  afterEach(() => kiosk.close());

  const open = async (options: Parameters<NewPage>[0] = screen): Promise<Page> => {
    const page = await newPage(options);
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    return page;
  };
  /** By the consent that is said aloud, as far as the first message. */
  const begin = async (page: Page): Promise<Page> => {
    await page.getByRole('button', { name: 'बिना फ़ोन के' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await page.getByText('जुड़ा हुआ है').waitFor();
    await kiosk.shows(welcome);
    await page.getByText('आपको क्या चाहिए?').waitFor();
    return page;
  };
  /** A browser that is no kiosk yet, where nobody becomes one by himself. */
  const openUnknown = async (): Promise<Page> => {
    await kiosk.close();
    kiosk = await aKiosk(assets, 'production');
    const page = await newPage(screen);
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    return page;
  };
  const heard = () => kiosk.assisting.heard.map(({ content }) => ('text' in content ? content.text : content));
  const write = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('संदेश', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
  };

  it('begins in Hindi, shows large choices in pages, and sends what is tapped', async () => {
    const page = await begin(await open());
    await kiosk.shows(manyChoices);
    await page.getByRole('button', { name: 'सेवा 12', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'सेवा 13', exact: true }).count()).toBe(0);
    // What leaves the question out is in sight on every page.
    const skip = page.getByRole('button', { name: 'अभी छोड़ें' });
    expect(await skip.innerText()).toContain('15');
    await page.getByRole('button', { name: 'और देखें' }).click();
    expect(await skip.isVisible()).toBe(true);
    await page.getByRole('button', { name: 'सेवा 14', exact: true }).click();
    await page.locator('.mine').getByText('सेवा 14').waitFor();
    await page.getByText('जवाब आ रहा है').waitFor();
    await vi.waitFor(() => expect(heard()).toEqual([{ type: 'choice', id: 'service/s-13/apply' }]));
    await kiosk.shows(welcome);
    await page.getByText('जवाब आ रहा है').waitFor({ state: 'detached' });
  });

  it('turns round for Urdu, with its letters on the keys, and shows each message the way it is written', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'اردو' }).click();
    await page.getByRole('heading', { name: 'اگلے شہری' }).waitFor();
    expect(await page.evaluate('document.documentElement.dir')).toBe('rtl');
    expect(await barriersOn(page)).toEqual([]);
    await shoot(page, 'urdu-start');
    await page.getByRole('button', { name: 'بغیر فون کے' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'شروع کیجیے' }).click();
    await page.getByText('جڑا ہوا ہے').waitFor();
    await kiosk.shows({ text: 'آپ کو کیا چاہیے؟', choices: [{ id: 'menu/services', label: 'سبھی خدمات' }] });
    await kiosk.shows(welcome);
    await page.getByText('आपको क्या चाहिए?').waitFor();
    const way = (text: string) => wayOf(page.getByText(text));
    expect([await way('آپ کو کیا چاہیے؟'), await way('आपको क्या चाहिए?')]).toEqual(['rtl', 'ltr']);
    await page.getByRole('button', { name: 'کی بورڈ' }).click();
    for (const each of ['پ', 'ا', 'ن', 'ی']) await page.getByRole('button', { name: each, exact: true }).click();
    expect(await page.getByLabel('پیغام', { exact: true }).inputValue()).toBe('پانی');
    expect(await page.evaluate<string[]>(smallTargets)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await shoot(page, 'urdu-talk');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.evaluate('document.documentElement.dir')).toBe('ltr');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  });

  it('writes with the keys on the screen, in Devanagari, Latin and digits', async () => {
    const page = await begin(await open());
    await page.getByRole('button', { name: 'कीबोर्ड' }).click();
    const key = (name: string) => page.getByRole('button', { name, exact: true }).click();
    for (const each of ['म', '◌ी', 'र', '◌ा', 'क']) await key(each);
    await page.getByRole('button', { name: 'आख़िरी अक्षर मिटाइए' }).click();
    await key('ख़ाली जगह');
    await key('123');
    for (const each of ['1', '0']) await key(each);
    await key('abc');
    await key('k');
    expect(await page.getByLabel('संदेश', { exact: true }).inputValue()).toBe('मीरा 10k');
    await page.getByRole('button', { name: 'भेजिए', exact: true }).click();
    await vi.waitFor(() => expect(heard()).toEqual(['मीरा 10k']));
  });

  it('keeps what is written during a cut, and sends it in order, once, when the line is back', async () => {
    const page = await begin(await open());
    await page.context().setOffline(true);
    // An open socket outlives the browser's switch, as it outlives some real cuts: it is cut from the other end.
    kiosk.cutLines();
    await page.getByText('नेटवर्क का इंतज़ार है').waitFor();
    for (let nth = 1; nth <= 10; nth += 1) await write(page, `उत्तर ${nth}`);
    await page.getByText('भेजने के लिए रखे: 10').waitFor();
    expect(heard()).toEqual([]);
    await kiosk.shows({ text: 'इस बीच' });
    await page.context().setOffline(false);
    await page.getByText('जुड़ा हुआ है').waitFor();
    await vi.waitFor(() => expect(heard()).toEqual(Array.from({ length: 10 }, (_, at) => `उत्तर ${at + 1}`)));
    await page.getByText('इस बीच').waitFor();
    expect(await page.getByText('आपको क्या चाहिए?').count()).toBe(1);
  });

  it('leaves nothing for the next citizen, by whatever way he looks', async () => {
    const page = await open();
    await page.goto(`${kiosk.url}/kiosk?from=the-board`);
    await begin(page);
    await write(page, `${SECRET} कहा`);
    await kiosk.shows({ text: `${SECRET} का जवाब` });
    await page.getByText(`${SECRET} का जवाब`).waitFor();
    await page.getByRole('button', { name: 'समाप्त करें' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'समाप्त करें' }).click();
    await page.waitForURL(/ended=finished/);
    await page.getByText('उसका कुछ भी यहाँ नहीं बचा है').waitFor();
    expect(kiosk.assisting.ends).toEqual(['finished']);

    const traces = () => page.evaluate<string>(leftBehind);
    expect(await traces()).not.toContain(SECRET);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    expect((await heapOf(session)).includes(SECRET)).toBe(false);
    await page.goBack();
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    expect(page.url()).not.toContain('from=the-board');
    expect(await traces()).not.toContain(SECRET);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    expect(await traces()).not.toContain(SECRET);
  });

  it('warns when nobody is there, goes on when somebody is, and wipes itself when not', async () => {
    const page = await newPage(screen);
    await page.clock.install();
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    await begin(page);
    await page.clock.fastForward('03:50');
    await page.getByRole('dialog', { name: 'क्या आप यहाँ हैं?' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'जारी रखें', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The jump made the line look dead; once the page says that it is back, no later jump counts as a long cut.
    await page.getByText('जुड़ा हुआ है').waitFor();
    await page.clock.fastForward('04:50');
    await page.getByText('कोई मौजूद नहीं था').waitFor();
    expect(kiosk.assisting.ends).toEqual(['idle']);
  });

  it('wipes itself when the line is cut for too long', async () => {
    const page = await newPage(screen);
    await page.clock.install();
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.evaluate('window.print = () => undefined');
    await begin(page);
    await write(page, SECRET);
    await kiosk.shows({ text: `${SECRET} का जवाब` });
    await page.locator('.last').getByText(SECRET).waitFor();
    await page.getByRole('button', { name: 'इसे छापें' }).click();
    await page.locator('.slip').waitFor({ state: 'attached' });
    await page.context().setOffline(true);
    kiosk.cutLines();
    await page.getByText('नेटवर्क का इंतज़ार है').waitFor();
    await page.clock.fastForward('02:01');
    await page.getByText('नेटवर्क बहुत देर तक नहीं था').waitFor();
    expect(await page.evaluate<string>(leftBehind)).not.toContain(SECRET);
  });

  it('does not keep a payment or a code for later, and says so', async () => {
    const page = await begin(await open());
    await kiosk.shows({ text: 'फ़ीस बाक़ी है', choices: [{ id: 'pay/application-1', label: 'अभी चुकाएँ' }] });
    await page.getByRole('button', { name: 'अभी चुकाएँ' }).waitFor();
    await page.context().setOffline(true);
    kiosk.cutLines();
    await page.getByText('नेटवर्क का इंतज़ार है').waitFor();
    await page.getByRole('button', { name: 'अभी चुकाएँ' }).click();
    await page.getByText('भुगतान और कोड बाद के लिए नहीं रखे जाते').waitFor();
    await write(page, 'EK-7MP3-4QXW');
    expect(await page.locator('.mine').count()).toBe(0);
    await page.context().setOffline(false);
    await page.getByText('जुड़ा हुआ है').waitFor();
    await page.getByRole('button', { name: 'अभी चुकाएँ' }).click();
    await vi.waitFor(() => expect(heard()).toEqual([{ type: 'choice', id: 'pay/application-1' }]));
  });

  it('gives way to another window that shows the session, and takes it back when asked to', async () => {
    const first = await begin(await open());
    const second = await first.context().newPage();
    await second.goto(`${kiosk.url}/kiosk`);
    await second.getByText('आपको क्या चाहिए?').waitFor();
    await first.waitForURL(/ended=replaced/);
    await first.getByText('सत्र दूसरी विंडो में चल रहा है').waitFor();
    expect(await barriersOn(first)).toEqual([]);
    await second.getByText('जुड़ा हुआ है').waitFor();
    await first.getByRole('button', { name: 'सत्र यहाँ जारी रखें' }).click();
    await first.getByText('आपको क्या चाहिए?').waitFor();
    await second.waitForURL(/ended=replaced/);
  });

  it('brings everything through when much was said during a cut', async () => {
    const page = await begin(await open());
    await page.context().setOffline(true);
    kiosk.cutLines();
    await page.getByText('नेटवर्क का इंतज़ार है').waitFor();
    for (let nth = 1; nth <= 45; nth += 1) await write(page, `${nth}`);
    await page.context().setOffline(false);
    await vi.waitFor(() => expect(heard()).toEqual(Array.from({ length: 45 }, (_, at) => `${at + 1}`)), 20_000);
  });

  it('shows much that was missed at once', async () => {
    const page = await open();
    await begin(page);
    for (let nth = 1; nth <= 80; nth += 1) await kiosk.shows({ text: `संदेश ${nth} है` });
    await page.getByText('संदेश 80 है').waitFor();
    await page.reload();
    await page.getByText('संदेश 80 है').waitFor();
    expect(await page.locator('.theirs').count()).toBe(81);
  });

  it('becomes a kiosk by a code, serves, stops at once when it is closed, and goes on when it is open again', async () => {
    const page = await openUnknown();
    await page.getByRole('heading', { name: 'यह ब्राउज़र अभी कियोस्क नहीं है' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await shoot(page, 'enrol');
    await page.getByLabel('प्रशासक का दिया कोड').fill('AAAA-AAAA-AAAA');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('enrolmentUnknown').waitFor();
    const { code } = await kiosk.kiosks.expectDevice('admin', { id: 'K-07', place: 'Rohini' });
    await page.getByLabel('प्रशासक का दिया कोड').fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    await page.getByText('K-07, Rohini').waitFor();

    // It is the kiosk also after the browser was closed, and its key cannot be taken out of it.
    await page.reload();
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    expect(await page.evaluate(isKeyShut)).toBe(true);
    await begin(page);
    await write(page, SECRET);
    await page.getByText(SECRET).waitFor();
    await kiosk.kiosks.disable('admin', 'K-07');
    await page.getByRole('heading', { name: 'यह कियोस्क बंद है' }).waitFor();
    await page.getByRole('heading', { name: 'This kiosk is closed' }).waitFor();
    await page.waitForURL(/ended=disabled/);
    await page.getByRole('heading', { name: 'This kiosk is closed' }).waitFor();
    expect(await page.evaluate<string>(leftBehind)).not.toContain(SECRET);
    expect(await barriersOn(page)).toEqual([]);
    await shoot(page, 'stopped');

    await kiosk.kiosks.enable('admin', 'K-07');
    await page.reload();
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    await begin(page);
  });

  it('stops between two citizens too, and goes on by itself when it is open again', async () => {
    const page = await newPage(screen);
    await page.clock.install();
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    await kiosk.kiosks.disable('admin', 'K-01');
    await page.clock.fastForward('00:21');
    await page.getByRole('heading', { name: 'यह कियोस्क बंद है' }).waitFor();
    await kiosk.kiosks.enable('admin', 'K-01');
    await page.clock.fastForward('00:21');
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
  });

  it('is a kiosk as long as the page is open, where the browser keeps nothing', async () => {
    const page = await newPage(screen);
    await page.addInitScript(
      'Object.defineProperty(window, "indexedDB", { get: () => { throw new Error("denied"); } })',
    );
    await page.context().addCookies([{ name: 'session', value: 'token-of-the-session', url: kiosk.url }]);
    await page.goto(`${kiosk.url}/kiosk`);
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    await begin(page);
  });

  it('ends when the server says so', async () => {
    const page = await begin(await open());
    kiosk.assisting.isOver = true;
    await kiosk.assisting.end('kamla', '', 'idle');
    await page.getByText('उसका कुछ भी यहाँ नहीं बचा है').waitFor();
  });

  it('takes a paper by camera or as a file, after a look at it', async () => {
    const page = await begin(await open());
    await page.getByRole('button', { name: 'काग़ज़ भेजिए' }).click();
    await page.getByText('यहाँ कैमरा नहीं है').waitFor();
    const file = { name: 'parchi.png', mimeType: 'image/png', buffer: onePixel };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('img', { name: 'फ़ोटो जैसी भेजी जाएगी' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    // What was looked at is sent by the next key.
    await page.keyboard.press('Enter');
    await page.locator('.mine').getByText('parchi.png').waitFor();
    await vi.waitFor(() => expect(heard()).toMatchObject([{ type: 'media', media: { kind: 'image' } }]));
  });

  it('prints a message as a slip, and nothing else of the page', async () => {
    const page = await open();
    await page.evaluate('window.print = () => undefined');
    await begin(page);
    await page.getByRole('button', { name: 'इसे छापें' }).click();
    await page.emulateMedia({ media: 'print' });
    const slip = await page.locator('.slip').innerText();
    for (const words of ['कियोस्क K-01', 'EK-9KMN-PQRT', '4 अप्रैल 2026 तक']) expect(slip).toContain(words);
    expect(await page.evaluate<number>('document.querySelector(".slip img").naturalWidth')).toBeGreaterThan(100);
    expect(await page.locator('.strip').isVisible()).toBe(false);
    await shoot(page, 'slip');
  });

  it('prints all that came last when the session is finished, for an end may be told in several messages', async () => {
    const page = await open();
    await page.evaluate('window.print = () => undefined');
    await begin(page);
    await write(page, 'हाँ');
    for (const text of ['आवेदन जमा हो गया: MCD-26-0000001-4', 'अब फ़ीस भरनी है']) await kiosk.shows({ text });
    await page.getByText('अब फ़ीस भरनी है').waitFor();
    await page.getByRole('button', { name: 'समाप्त करें' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'पर्ची छापें' }).click();
    await page.locator('.slip').waitFor({ state: 'attached' });
    const slip = await page.locator('.slip').textContent();
    for (const words of ['MCD-26-0000001-4', 'अब फ़ीस भरनी है']) expect(slip).toContain(words);
    expect(slip).not.toContain('आपको क्या चाहिए');
  });

  it('hands a document to the printer without another tab', async () => {
    const page = await begin(await open());
    const document = {
      fileName: 'rasid.pdf',
      mime: 'application/pdf',
      data: Buffer.from('%PDF-1.7').toString('base64'),
    };
    await kiosk.shows({ text: 'आपकी रसीद', document });
    await page.getByRole('button', { name: 'rasid.pdf छापें' }).click();
    await page.locator('iframe[src^="blob:"]').waitFor({ state: 'attached' });
    expect(page.context().pages()).toHaveLength(1);
  });

  it('reads aloud on its own where that is switched on', async () => {
    const page = await open();
    await page.evaluate(
      'window.said = []; speechSynthesis.speak = (utterance) => said.push(utterance.lang + " " + utterance.text)',
    );
    await page.getByRole('button', { name: 'पढ़कर सुनाएँ', exact: true }).click();
    await begin(page);
    expect(await page.evaluate('said')).toEqual([`hi-IN ${welcome.text}`]);
  });

  it('changes its language without losing what was written, and tells the talk', async () => {
    const page = await begin(await open());
    await page.getByLabel('संदेश', { exact: true }).fill('अधूरा');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Finish' }).waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('अधूरा');
    await vi.waitFor(() => expect(heard()).toEqual([{ type: 'choice', id: 'language/en' }]));
  });

  it('serves a queue by keys alone', async () => {
    const page = await open();
    const key = (...keys: string[]) =>
      keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());
    await page.keyboard.type('17');
    // Past two other ways to agree.
    await key('Tab', 'Tab', 'Tab', 'Enter');
    await page.getByRole('checkbox').waitFor();
    await key('Space', 'Enter');
    await page.getByText('जुड़ा हुआ है').waitFor();
    await kiosk.shows(welcome);
    await page.getByText('आपको क्या चाहिए?').waitFor();
    await page.keyboard.type('2');
    await key('Enter');
    await vi.waitFor(() => expect(heard()).toEqual(['2']));
    await kiosk.shows(welcome);
    await page.locator('.choice').first().focus();
    await key('Enter');
    // The button that was pressed is gone; what is written next finds its field.
    await page.keyboard.type('haan');
    await key('Enter');
    await vi.waitFor(() => expect(heard()).toEqual(['2', { type: 'choice', id: 'menu/services' }, 'haan']));
    await page.getByRole('button', { name: 'समाप्त करें' }).focus();
    await key('Enter');
    await page.getByRole('dialog').waitFor();
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it.each([
    ['as it is', []],
    ['in high contrast and large text', ['बड़े अक्षर', 'गहरा रंग']],
  ] as const)('has no barriers, no small targets and does not scroll sideways, %s', async (look, switches) => {
    const page = await open();
    for (const each of switches) await page.getByRole('button', { name: each }).click();
    const check = async (state: string): Promise<void> => {
      await shoot(page, `${state}-${switches.length}`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([...(await barriersOn(page)), ...(width > screen.width ? ['scrolls sideways'] : [])], state).toEqual([]);
      expect(await page.evaluate<string[]>(smallTargets), state).toEqual([]);
    };
    await check('start');
    await page.getByRole('button', { name: 'अपने फ़ोन से' }).click();
    await check('phone');
    await page.getByLabel('मोबाइल नंबर').fill('0000000001');
    await page.getByRole('button', { name: 'कोड भेजिए' }).click();
    await page.getByText('कोड भेज दिया गया').waitFor();
    await check('password');
    await page.getByRole('button', { name: 'वापस' }).click();
    await page.getByRole('button', { name: 'चैट या पर्ची के कोड से' }).click();
    await check('code');
    await page.getByRole('button', { name: 'वापस' }).click();
    await begin(page);
    await check('talk');
    await kiosk.shows(manyChoices);
    await page.getByRole('button', { name: 'सेवा 6', exact: true }).waitFor();
    await page.getByRole('button', { name: 'कीबोर्ड' }).click();
    await check('keyboard');
    await page.getByRole('button', { name: 'घर पर जारी रखें' }).click();
    await page.getByText('EK-34AC-DEFG').waitFor();
    await check('link');
    expect(look).not.toBe('');
  });
});

/** Everything of the page that another person could get at. */
const leftBehind = `(async () => JSON.stringify([
  document.documentElement.outerHTML,
  [...document.querySelectorAll('input')].map((each) => each.value),
  { ...localStorage }, { ...sessionStorage },
  await indexedDB.databases(),
  'caches' in window ? await caches.keys() : [],
  history.state, location.href,
]))()`;

/** Names of what can be pressed and is less than 48 px high or wide. */
const smallTargets = `[...document.querySelectorAll('button, a[href], input:not([type=file]), label.file')]
  .filter((each) => each.offsetParent && !each.closest('label.tick'))
  .filter((each) => { const { width, height } = each.getBoundingClientRect(); return width < 48 || height < 48; })
  .map((each) => each.innerText || each.getAttribute('aria-label') || each.tagName)`;

/** All that the page's memory holds, as the browser's own debugger sees it. */
async function heapOf(session: Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>): Promise<string> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return chunks.join('');
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Pictures for people to look at; only where a folder for them is named. */
const shoot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/kiosk-${name}.png` });
};
