import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aChat, type Chat } from '#test/kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '#test/kit/a-platform.ts';
import { anOfficer } from '#test/kit/an-officer.ts';
import { barriersOn, describeInBrowser } from '#test/kit/browser.ts';
import { birthSlipPhoto, identityCard } from '#test/kit/papers.ts';
import { qrInDataUrl } from '#test/kit/qr.ts';

const ASHA = '+910000000001';
const PATIENCE = { timeout: 25_000 };

describeInBrowser('citizens at a kiosk, with an operator', (newPage) => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  /** The operator signs in as he does every morning. */
  const atTheKiosk = async (): Promise<Page> => {
    const page = await newPage({ width: 1280, height: 900, language: 'hi' });
    await page.goto(`${platform.url}/kiosk`);
    await page.locator('input[name=name]').fill('operator');
    await page.locator('input[name=password]').fill('demo-operator');
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();
    return page;
  };
  const hears = async (page: Page, words: string | RegExp): Promise<string> => {
    const message = page.locator('.theirs.last', { hasText: words });
    await message.waitFor(PATIENCE).catch(async (error) => {
      throw new Error(`${error}\n${await page.locator('.log').innerText()}`);
    });
    return message.innerText();
  };
  const taps = (page: Page, name: string) => page.locator('.choice', { hasText: name }).click();
  const says = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('textbox', { name: 'संदेश' }).fill(text);
    await page.keyboard.press('Enter');
  };
  const sends = async (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await page.getByRole('button', { name: 'काग़ज़ भेजिए' }).click();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'यह भेजिए' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const finishes = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'समाप्त करें' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'समाप्त करें' }).click();
    await page.waitForURL(/ended=finished/);
  };

  const byCode = async (page: Page, code: string): Promise<void> => {
    await page.getByRole('button', { name: 'चैट या पर्ची के कोड से' }).click();
    await page.getByLabel('चैट या पर्ची का कोड').fill(code);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'सहमति के साथ शुरू करें' }).click();
  };

  it('a father without a phone files for a birth certificate, and takes the slip with its number home', async () => {
    const page = await atTheKiosk();
    await page.addInitScript('window.print = () => undefined');
    await page.reload();
    await page.getByLabel('कतार का टोकन नंबर').fill('17');
    await page.getByRole('button', { name: 'बिना फ़ोन के' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await hears(page, 'आपको क्या काम है');
    await page.getByText('टोकन 17').waitFor();

    await says(page, 'बेटी का जन्म प्रमाण पत्र बनवाना है');
    await hears(page, 'शुरू करें?');
    await taps(page, 'हाँ, शुरू करें');
    await hears(page, 'पर्ची की फ़ोटो');
    await sends(page, 'parchi.jpg', 'image/jpeg', Buffer.from(await birthSlipPhoto()));
    await hears(page, 'सही है?');
    expect(await barriersOn(page)).toEqual([]);
    await taps(page, 'सब सही');
    await hears(page, 'आधार');
    await sends(page, 'pehchan.png', 'image/png', await identityCard());
    await hears(page, 'बच्चे का नाम');
    await taps(page, 'अभी छोड़ें');
    await hears(page, 'क्या लगते हैं');
    await taps(page, 'पिता');
    await hears(page, 'कहाँ रहते थे');
    await says(page, 'मकान 14, गली 3, करोल बाग, दिल्ली 110005');
    await hears(page, 'स्थायी पता');
    await taps(page, 'वही है');
    await hears(page, 'जमा कीजिए');
    await taps(page, 'सही है, जमा करें');
    const said = await hears(page, 'जमा हो गया');
    const number = /MCD-26-\d{7}-\d/.exec(said)?.[0] ?? '';

    await page.locator('.theirs.last').getByRole('button', { name: 'इसे छापें' }).click();
    await page.locator('.slip').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const slip = await page.locator('.slip').innerText();
    expect(slip).toContain(number);
    const code = /EK-\w{4}-\w{4}/.exec(slip)?.[0] ?? '';
    await page.emulateMedia({ media: 'screen' });
    await finishes(page);
    expect(await page.content()).not.toContain(number);

    const rows = await (await anOfficer(platform.url, 'registrar')).files();
    expect(rows.map(({ number: each }) => each)).toEqual([number]);

    // Days later he brings the slip back, and then he has a phone.
    await byCode(page, code.toLowerCase());
    await hears(page, 'आपको क्या काम है');
    await says(page, number);
    await hears(page, number);
    await page.locator('.theirs.last').getByRole('button', { name: 'इसे छापें' }).click();
    await page.locator('.slip').waitFor({ state: 'attached' });
    const next = /EK-\w{4}-\w{4}/.exec((await page.locator('.slip').textContent()) ?? '')?.[0] ?? '';
    expect(next).not.toBe(code);
    await finishes(page);
    const chat = aChat(platform, { phone: '+910000000009', name: 'Suresh' });
    await chat.says(next);
    await chat.hears(/मिल गया/);
    await chat.says('mere aavedan');
    await chat.hears(new RegExp(number));
  });

  it('a mother goes on with what she began on WhatsApp, and at home with what she did at the kiosk', async () => {
    const chat: Chat = aChat(platform, { phone: ASHA, name: 'Asha' });
    await chat.says('mere ghar beti hui hai kagaz banwana hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/parchi ki photo/);

    const page = await atTheKiosk();
    await page.getByRole('button', { name: 'अपने फ़ोन से' }).click();
    await page.getByLabel('मोबाइल नंबर').fill('00000 00001');
    await page.getByRole('button', { name: 'कोड भेजिए' }).click();
    await page.getByText('कोड भेज दिया गया').waitFor();
    const { sms } = platform.installation.standIns;
    const password = /\d{6}/.exec(sms?.transcript(ASHA).at(-1)?.text ?? '')?.[0] ?? '';
    await page.getByLabel('फ़ोन पर आया कोड').fill(password);
    await page.getByRole('button', { name: 'सहमति के साथ शुरू करें' }).click();
    expect(await hears(page, 'पर्ची की फ़ोटो')).toContain('आगे चलेगी');
    await taps(page, 'मेरे पास नहीं है');
    await hears(page, 'आधार');
    await finishes(page);

    await chat.says('help');
    await chat.hears(/आधार/);
  });

  it('a daughter shows the code from her chat at the kiosk, and is known there', async () => {
    const chat = aChat(platform, { phone: '+910000000006', name: 'Meena' });
    await chat.says('mere ghar beti hui hai kagaz banwana hai');
    await chat.hears(/Shuru karein/);
    await chat.says('kiosk');
    const code = /EK-\w{4}-\w{4}/.exec(await chat.hears(/EK-/))?.[0] ?? '';

    const page = await atTheKiosk();
    await byCode(page, code.replace('EK-', ''));
    expect(await hears(page, 'शुरू करें?')).toContain('आगे चलेगी');
    await finishes(page);
  });

  it('a son takes his talk home from the kiosk by the code on its screen, once', async () => {
    const page = await atTheKiosk();
    await page.getByRole('button', { name: 'बिना फ़ोन के' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await hears(page, 'आपको क्या काम है');
    await says(page, 'बेटी का जन्म प्रमाण पत्र बनवाना है');
    await hears(page, 'शुरू करें?');
    await page.getByRole('button', { name: 'घर पर जारी रखें' }).click();
    const code = await page.locator('.code').innerText();
    // Nobody set where the code leads: WhatsApp itself tells its number.
    const picture = (await page.locator('img.qr').getAttribute('src')) ?? '';
    expect(await qrInDataUrl(picture)).toBe(`https://wa.me/15550000000?text=${code}`);

    const chat = aChat(platform, { phone: '+910000000007', name: 'Ravi' });
    await chat.says(code.toLowerCase());
    expect(await chat.hears(/शुरू करें/)).toContain('मिल गया');
    const other = aChat(platform, { phone: '+910000000008', name: 'Nobody' });
    await other.says(code);
    await other.hears(/कोड मिला नहीं/);
  });

  it('a grandmother takes home on a slip what the finder of schemes found, and goes on by its code', async () => {
    const page = await atTheKiosk();
    await page.addInitScript('window.print = () => undefined');
    await page.reload();
    await page.getByRole('button', { name: 'बिना फ़ोन के' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await hears(page, 'आपको क्या काम है');
    await says(page, 'कौन सी योजना मिल सकती है');
    await hears(page, 'शुरू करें?');
    // By the numbers on the buttons.
    await says(page, '1');
    let asked = await hears(page, '(1/');
    for (let nth = 2; !asked.includes('फ़ैसला विभाग करेगा'); nth += 1) {
      await says(page, asked.includes('उम्र') ? '67' : asked.includes('क्या-क्या') ? '3, 4' : '1');
      asked = await hears(page, new RegExp(`\\(${nth}/|फ़ैसला विभाग करेगा`));
    }
    await page.getByRole('button', { name: 'समाप्त करें' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'पर्ची छापें' }).click();
    await page.locator('.slip').waitFor({ state: 'attached' });
    const slip = (await page.locator('.slip').textContent()) ?? '';
    expect(slip).toContain('फ़ैसला विभाग करेगा');
    expect(slip).toContain('MCD Karol Bagh');
    const code = /EK-\w{4}-\w{4}/.exec(slip)?.[0] ?? '';
    const picture = (await page.locator('.slip img').getAttribute('src')) ?? '';
    expect(await qrInDataUrl(picture)).toBe(`https://wa.me/15550000000?text=${code}`);
    await page.getByRole('dialog').getByRole('button', { name: 'समाप्त करें' }).click();
    await page.waitForURL(/ended=finished/);

    const chat = aChat(platform, { phone: '+910000000005', name: 'Kamla Devi' });
    await chat.says(code);
    await chat.hears(/मिल गया/);
  });

  it('an administrator closes a kiosk at once while somebody is served there, and opens it again', async () => {
    const page = await atTheKiosk();
    const id = /K-\d+/.exec(await page.locator('.who').innerText())?.[0] ?? '';
    await page.getByRole('button', { name: 'बिना फ़ोन के' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'शुरू करें' }).click();
    await hears(page, 'आपको क्या काम है');

    const desk = await newPage({ width: 1280, height: 900 });
    await desk.goto(`${platform.url}/dashboard/kiosks`);
    await desk.locator('input[name=name]').fill('admin');
    await desk.locator('input[name=password]').fill('demo-admin');
    await desk.locator('button[type=submit]').click();
    const line = desk.getByRole('row', { name: id });
    await line.getByText('Serves').waitFor();
    await desk.getByRole('button', { name: `Close kiosk ${id}` }).click();
    await line.getByText('Closed').waitFor();

    await page.getByRole('heading', { name: 'यह कियोस्क बंद है' }).waitFor();
    await page.getByRole('heading', { name: 'This kiosk is closed' }).waitFor();
    await page.waitForURL(/ended=disabled/);
    expect(await page.content()).not.toContain('आपको क्या काम है');
    await desk.getByRole('button', { name: `Open again: kiosk ${id}` }).click();
    await line.getByText('Serves').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'अगले नागरिक' }).waitFor();

    const trail = await platform.store.auditLog.after(0, 1000);
    const there = trail.filter(({ kiosk }) => kiosk?.id === id);
    expect(there.map(({ who, what, kiosk }) => `${who} ${what} ${kiosk?.place}`)).toEqual([
      'officer:demo-operator expect-kiosk MCD Karol Bagh',
      'officer:demo-operator enrol-kiosk MCD Karol Bagh',
      'officer:demo-operator open-session-by-assisted MCD Karol Bagh',
      'officer:demo-admin disable-kiosk MCD Karol Bagh',
      'officer:demo-operator end-session-disabled MCD Karol Bagh',
      'officer:demo-admin enable-kiosk MCD Karol Bagh',
    ]);
  });
});
