import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { flowOf } from '#adapters/channels/whatsapp-cloud/flow.ts';
import { type Assets, buildPages } from '#adapters/web/build-pages.ts';
import { whatsAppPhone } from '#adapters/web/simulator/whatsapp-phone.ts';
import { barriersOn, describeInBrowser, wayOf } from '#test/kit/browser.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';
import { type ASimulator, anOrder, aSimulator, aTextPhone, FakeStandIn } from './a-simulator.ts';
import { onePixel } from './a-web.ts';

const ASHA = '+910000000001';
const phone = { width: 360, height: 740 };

const threeButtons = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Is that *right*?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'answer/yes', title: 'Yes' } },
        { type: 'reply', reply: { id: 'answer/no', title: 'No' } },
      ],
    },
  },
};
const aList = {
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'What do you need?' },
    action: {
      button: 'Services',
      sections: [
        {
          rows: [
            { id: 'service/birth-certificate/apply', title: 'Birth certificate', description: 'Within 7 days' },
            { id: 'service/property-tax-payment/pay', title: 'Property tax' },
          ],
        },
      ],
    },
  },
};
const aLink = {
  type: 'interactive',
  interactive: {
    type: 'cta_url',
    body: { text: 'Please pay ₹50.' },
    action: { name: 'cta_url', parameters: { display_text: 'Pay ₹50', url: 'http://127.0.0.1/pay/1' } },
  },
};

const aForm = {
  type: 'interactive',
  interactive: {
    type: 'flow',
    body: { text: 'When was the child born?' },
    action: { name: 'flow', parameters: { flow_cta: 'Fill in a form', flow_name: 'f', flow_token: 't' } },
  },
};

describeInBrowser('the phone simulator in a browser', (newPage) => {
  let assets: Assets;
  let simulator: ASimulator;
  beforeAll(async () => {
    assets = await buildPages();
  });
  beforeEach(async () => {
    simulator = await aSimulator({ assets });
  });
  afterEach(() => simulator.close());

  const open = async (options: Parameters<typeof newPage>[0] = {}, user = ASHA): Promise<Page> => {
    const page = await newPage(options);
    await page.goto(`${simulator.url}/simulator#whatsapp/${user}`);
    await page.getByText(options.language === 'hi' ? 'ऑनलाइन' : 'online', { exact: true }).waitFor();
    return page;
  };
  const write = async (page: Page, text: string) => {
    await page.getByLabel('Message', { exact: true }).fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText(text).waitFor();
  };
  const drafts = () => simulator.standIn.sent.map(({ draft }) => draft);

  it('shows Urdu from the right, in a bubble as on its buttons', async () => {
    const page = await open();
    await write(page, 'سلام');
    simulator.standIn.says(ASHA, {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'کیا یہ صحیح ہے؟' },
        action: { buttons: [{ type: 'reply', reply: { id: 'answer/yes', title: 'ہاں' } }] },
      },
    });
    const way = (text: string) => wayOf(page.getByText(text, { exact: true }));
    await page.getByText('کیا یہ صحیح ہے؟').waitFor();
    expect([await way('سلام'), await way('کیا یہ صحیح ہے؟'), await way('ہاں')]).toEqual(['rtl', 'rtl', 'rtl']);
  });

  it('sends what is typed, shows that it is being answered, and then the answer', async () => {
    const page = await open();
    await write(page, 'mere ghar beti hui hai');
    simulator.standIn.reads(ASHA);
    await page.getByText('Read', { exact: true }).waitFor({ state: 'attached' });
    await page.getByRole('log').getByText('typing…').waitFor({ state: 'attached' });
    simulator.standIn.saysText(ASHA, '*Badhai ho!* Parchi ki photo bhejiye.');
    await page.getByRole('log').getByText('Badhai ho!').waitFor();
    expect(await page.locator('.theirs b').innerText()).toBe('Badhai ho!');
    expect(await page.getByRole('log').getByText('typing…').count()).toBe(0);
    expect(drafts()).toEqual([{ type: 'text', text: 'mere ghar beti hui hai' }]);
  });

  it('sends the choice behind a button, and marks it', async () => {
    const page = await open();
    simulator.standIn.says(ASHA, threeButtons);
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByRole('button', { name: 'Yes', disabled: true }).waitFor();
    expect(drafts()).toEqual([{ type: 'choice', id: 'answer/yes' }]);
  });

  it('opens a list from the bottom, closes it by Escape, and sends the row that is tapped', async () => {
    const page = await open();
    simulator.standIn.says(ASHA, aList);
    await page.getByRole('button', { name: 'Services' }).click();
    await page.getByRole('dialog', { name: 'Services' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Services' }).press('Enter');
    await page.getByRole('button', { name: 'Birth certificate' }).click();
    await page.locator('.mine').getByText('Birth certificate').waitFor();
    expect(drafts()).toEqual([{ type: 'choice', id: 'service/birth-certificate/apply' }]);
  });

  it('opens links and documents in a tab of their own', async () => {
    const page = await open();
    simulator.standIn.says(ASHA, aLink);
    simulator.standIn.files.set('9', { bytes: new Uint8Array(48_000), mime: 'application/pdf', fileName: 'c.pdf' });
    simulator.standIn.says(ASHA, { type: 'document', document: { id: '9', filename: 'certificate.pdf' } });
    const [link, file] = [
      page.getByRole('link', { name: 'Pay ₹50' }),
      page.getByRole('link', { name: 'certificate.pdf' }),
    ];
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await file.getAttribute('href')).toBe('/simulator/media/whatsapp/9');
    expect(await file.innerText()).toContain('48 KB');
  });

  it('sends the sample paper, a place and a file from disk', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('button', { name: 'Hospital birth slip' }).click();
    await page.locator('.mine img').waitFor();
    await page.getByRole('button', { name: 'Attach' }).click();
    await page.getByRole('button', { name: 'Location' }).click();
    await page.getByRole('button', { name: 'Karol Bagh' }).click();
    await page.getByRole('img', { name: /Karol Bagh/ }).waitFor();
    await page.getByRole('button', { name: 'Attach' }).click();
    const file = { name: 'मेरी फ़ाइल.pdf', mimeType: 'application/pdf', buffer: onePixel };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: /मेरी फ़ाइल/ }).waitFor();
    expect(drafts().map(({ type }) => type)).toEqual(['image', 'location', 'document']);
  });

  it('keeps the talk over a reload, and those of other people apart', async () => {
    const page = await open();
    await write(page, 'I am Asha');
    await page.getByRole('button', { name: 'New person', exact: true }).click();
    await page.getByText('I am Asha').waitFor({ state: 'detached' });
    await write(page, 'I am somebody else');
    simulator.standIn.saysText(ASHA, 'For Asha only');
    await page.getByText('New messages: 1').waitFor({ state: 'attached' });
    await page.reload();
    await page.getByText('I am somebody else').waitFor();
    expect(await page.getByText('For Asha only').count()).toBe(0);
    const [asha, other] = simulator.standIn.sent.map(({ person }) => person);
    expect(asha?.phone).toBe(ASHA);
    expect(other?.phone).toMatch(/^\+910000\d{6}$/);
  });

  it('plays a person whose number is hidden', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'New person without a number' }).click();
    await write(page, 'hello');
    expect(simulator.standIn.sent[0]?.person).toMatchObject({ userId: expect.stringMatching(/^IN\.SIM\d+$/) });
    expect(simulator.standIn.sent[0]?.person).not.toHaveProperty('phone');
  });

  it('writes an example or an account into the message field', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'मकान का टैक्स भरना है' }).click();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('मकान का टैक्स भरना है');
    await page.getByRole('button', { name: '112000700000041' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('log').getByText('112000700000041').waitFor();
    expect(drafts()).toEqual([{ type: 'text', text: '112000700000041' }]);
  });

  it('shows a form screen by screen, tells what is wrong, and closes once it is sent', async () => {
    const sent: object[] = [];
    const service = catalogue.find('birth-certificate');
    if (!service) throw new Error('no such service');
    const json = flowOf(service, (phrase) => translator.say(phrase, 'en'), 10);
    const show = ['child_dob', 'child_gender', 'child_name', 'birth_place_type'].map((name) => [`show_${name}`, true]);
    const first = { status: 200, screen: 'Q_B', data: { ...Object.fromEntries(show), need_child_dob: true } };
    const proof = { ask: 'Where do you live?', paper: 'Proof of address', requirement: 'address', passed: 'id' };
    const answers = [
      { ...first, data: { ...first.data, error_message: 'Date of birth: this day is still to come.' } },
      { status: 200, screen: 'PAPER_A', data: { ask: 'A photo, please.', paper: 'Identity card', requirement: 'id' } },
      { status: 200, screen: 'PAPER_B', data: { ...proof, or_file: true } },
      { status: 200, screen: 'FILE_B', data: proof },
      { status: 200, screen: 'DONE', data: { told: '1' } },
      { status: 200, screen: 'SUCCESS', data: {} },
    ];
    let shown: (typeof answers)[number] = first;
    simulator.standIn.openForm = async () => ({
      json,
      get shown() {
        return shown;
      },
      send: async (data) => {
        sent.push(data);
        shown = answers.shift() ?? first;
        return shown;
      },
      picked: (bytes, name) => ({ bytes: bytes.length, name }),
    });
    const page = await open(phone);
    simulator.standIn.says(ASHA, aForm);
    await page.getByRole('button', { name: 'Fill in a form' }).click();
    await page.getByLabel('Date of birth').fill('2030-01-01');
    await page.getByLabel('Girl').check();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('alert').getByText('still to come').waitFor();
    expect(await page.getByLabel('Girl').isChecked()).toBe(true);
    await page.getByLabel('Date of birth').fill('2026-03-01');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('A photo, please.').waitFor();
    await page.getByLabel('Identity card').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: onePixel });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Where do you live?').waitFor();
    await page.getByRole('button', { name: 'Send a PDF instead' }).click();
    await page.getByText('up to 10 MB').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const buffer = Buffer.from('%PDF-1.7');
    await page.getByLabel('Proof of address').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'That is all for here.' }).waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(sent).toMatchObject([
      { child_dob: '2030-01-01', child_gender: 'female' },
      { child_dob: '2026-03-01', child_gender: 'female' },
      { photo: [{ bytes: onePixel.length, name: 'card.png' }], requirement: 'id' },
      { as: 'file', requirement: 'address', passed: 'id' },
      { document: [{ bytes: 8, name: 'a.pdf' }], requirement: 'address', passed: 'id' },
      { told: '1' },
    ]);
  });

  it('lets an order be paid in the chat, or refused by the bank, until it is closed', async () => {
    const page = await open(phone);
    simulator.standIn.says(ASHA, anOrder);
    for (const outcome of ['Let the bank decline', 'Pay by UPI']) {
      await page.getByRole('button', { name: 'Review and pay' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: outcome }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await expect
      .poll(() => simulator.standIn.paid)
      .toEqual([
        ['order1', 'failed'],
        ['order1', 'success'],
      ]);
    simulator.standIn.orderStates.set('order1', 'completed');
    simulator.standIn.says(ASHA, {
      type: 'interactive',
      interactive: { type: 'order_status', action: { parameters: { reference_id: 'order1' } } },
    });
    await page.getByText('Fee · ₹50.00 · paid').waitFor();
    expect(await page.getByRole('button', { name: 'Review and pay' }).count()).toBe(0);
  });

  it('lets something go wrong with the next message, and says what', async () => {
    const page = await open({ width: 1280, height: 900 });
    await page.getByRole('button', { name: 'Phone cannot be reached' }).click();
    await page.getByText('The next message to WhatsApp: Phone cannot be reached.').waitFor();
    await vi.waitFor(() => expect(simulator.standIn.failing).toEqual(['undeliverable']));
    expect(await barriersOn(page)).toEqual([]);
  });

  it('gives back what was written when it could not be sent', async () => {
    const page = await open();
    await page.route('**/acts', (route) => route.abort());
    await page.getByLabel('Message', { exact: true }).fill('do not lose me');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Message', { exact: true }).inputValue()).toBe('do not lose me');
  });

  it('has a phone with keys beside it where SMS is played', async () => {
    await simulator.close();
    const texts = aTextPhone();
    simulator = await aSimulator({ assets, phones: [whatsAppPhone(new FakeStandIn()), texts.phone] });
    const page = await open({}, 'IN.SIM000000000001');
    await page.getByRole('button', { name: 'SMS' }).click();
    await page.waitForURL(/#sms/);
    const [, user = ''] = decodeURIComponent(new URL(page.url()).hash).split('/');
    texts.says(user, 'Reply 1 for yes, 2 for no.');
    await page.getByText('Reply 1 for yes').waitFor();
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await vi.waitFor(() => expect(texts.sent).toEqual([{ text: '2', user: expect.stringMatching(/^\+910/) }]));
    await page.getByRole('button', { name: 'Ring and hang up' }).click();
    await page.getByRole('log').getByText('Missed call').waitFor();
    expect(await page.getByRole('button', { name: 'Attach' }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('puts the keypad phone of the same person beside the smartphone where there is room for both', async () => {
    await simulator.close();
    const [standIn, texts] = [new FakeStandIn(), aTextPhone()];
    simulator = await aSimulator({ assets, phones: [whatsAppPhone(standIn), texts.phone] });
    const page = await newPage({ width: 1100, height: 800 });
    await page.goto(`${simulator.url}/simulator#whatsapp/${ASHA}`);
    const [smart, keypad] = [
      page.getByRole('region', { name: 'WhatsApp', exact: true }),
      page.getByRole('region', { name: 'SMS', exact: true }),
    ];
    await smart.getByText('online', { exact: true }).waitFor();
    await keypad.getByText('online', { exact: true }).waitFor();
    standIn.saysText(ASHA, 'By WhatsApp');
    texts.says(ASHA, 'By SMS');
    await smart.getByText('By WhatsApp').waitFor();
    await keypad.getByText('By SMS').waitFor();
    await keypad.getByRole('button', { name: '2', exact: true }).click();
    await keypad.getByRole('button', { name: 'Send' }).click();
    await keypad.getByRole('log').getByText('2', { exact: true }).waitFor();
    await page.getByRole('button', { name: '112000700000041' }).click();
    expect(await keypad.getByLabel('Message', { exact: true }).inputValue()).toBe('112000700000041');
    await smart.getByLabel('Message', { exact: true }).fill('hello');
    await page.keyboard.press('Enter');
    await smart.getByRole('log').getByText('hello').waitFor();
    expect(standIn.sent.map(({ person }) => person.phone)).toEqual([ASHA]);
    expect(await page.getByText(/^By /).count()).toBe(2);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(1100);
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize({ width: 1000, height: 800 });
    await keypad.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'SMS' }).click();
    await keypad.getByText('By SMS').waitFor();
    expect(await smart.count()).toBe(0);
  });

  it.each([
    ['en', {}],
    ['hi', phone],
  ] as const)('has no barriers and does not scroll sideways, in %s', async (language, size) => {
    const page = await open({ language, ...size });
    const { standIn } = simulator;
    const barriers = async () => {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      return [...(await barriersOn(page)), ...(width > (page.viewportSize()?.width ?? 0) ? ['scrolls sideways'] : [])];
    };
    await standIn.sendAs({ phone: ASHA }, { type: 'location', latitude: 28.6, longitude: 77.2, name: 'Karol Bagh' });
    for (const message of [threeButtons, aLink, aList]) standIn.says(ASHA, message);
    await page.getByRole('button', { name: 'Services' }).waitFor();
    expect(await barriers(), 'the talk').toEqual([]);
    await page.getByRole('button', { name: 'Services' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(), 'the list').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    if (language === 'en') return;
    await page.getByRole('button', { name: 'लोग और मदद' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await barriers(), 'people and help').toEqual([]);
  });
});
