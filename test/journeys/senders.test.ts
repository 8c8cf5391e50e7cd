import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aChat } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';

const GREETED = /Namaste|नमस्ते|Hello/;

describe('who writes, and how often', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  const complain = async (chat: ReturnType<typeof aChat>): Promise<void> => {
    await chat.says('hamari gali mein kooda pada hai koi uthata nahi');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/matlab hai/);
    await chat.says('haan');
    await chat.hears(/Kahan hai/);
    await chat.says('gali 3, Karol Bagh');
    await chat.hears(/Kuch aur batana hai/);
    await chat.taps('skip/description');
    await chat.hears(/photo|dekh lijiye/i);
    if (chat.offered().length === 1) await chat.taps('paper/photo/skip');
    await chat.hears(/dekh lijiye/);
    await chat.taps('form/submit');
    await chat.hears(/Shikayat darj ho gayi/);
  };

  it('serves somebody who hides the phone number, by the user id alone', async () => {
    const chat = aChat(platform, { userId: 'IN.100200300', hidesPhone: true, name: 'Asha' });
    await complain(chat);
    const answers = platform.graph.transcript('IN.100200300').filter(({ direction }) => direction === 'from-us');
    expect(answers.every(({ message }) => message.recipient === 'IN.100200300' && !('to' in message))).toBe(true);
  });

  it('finds what somebody filed by his number when he hides that now and shows it by a tap', async () => {
    await complain(aChat(platform, { phone: '+910000000317' }));
    const hidden = aChat(platform, { userId: 'IN.317', hidesPhone: true });
    await hidden.says('kahan tak pahuncha');
    await hidden.receivesText(/aavedan nahi|आवेदन नहीं/);
    await hidden.receivesText(/number bhej|नंबर भेज|number/i);
    const asked = platform.graph.transcript('IN.317').at(-1)?.message;
    expect(asked).toMatchObject({ interactive: { type: 'request_contact_info' } });
    const own = { origin: 'contact_request', name: { formatted_name: 'Asha' }, phones: [{ phone: '+910000000317' }] };
    await hidden.sends({ type: 'raw', message: { type: 'contacts', contacts: [own] } });
    await hidden.says('kahan tak pahuncha');
    await hidden.receivesText(/Sanitary inspector/);
  });

  it('knows a person again by the user id after the number has changed', async () => {
    const before = aChat(platform, { phone: '+910000000301', userId: 'IN.301' });
    await complain(before);
    const after = aChat(platform, { phone: '+910000000302', userId: 'IN.301' });
    await after.says('kahan tak pahuncha');
    await after.receivesText(/Sanitary inspector/);
  });

  it('shows nothing of the former holder to whoever has got his number', async () => {
    const former = aChat(platform, { phone: '+910000000303', userId: 'IN.303' });
    await complain(former);
    const number = /MCD-26-[\d-]+/.exec(former.heard().at(-1) ?? '')?.[0] ?? 'none';
    // The phones of the stand-in are told apart by their keys.
    const status = await platform.webhook(
      webhookOf([
        { from: '910000000303', from_user_id: 'IN.304', id: 'wamid.new-holder', ...text('kahan tak pahuncha') },
      ]),
    );
    expect(status).toBe(200);
    const said = await former.receivesText(/koi aavedan nahi|कोई आवेदन नहीं/);
    expect(said).not.toContain(number);
  });

  it('answers a message once that is delivered three times', async () => {
    const chat = aChat(platform, { phone: '+910000000305' });
    const again = webhookOf([{ from: '910000000305', id: 'wamid.three-times', ...text('namaste') }]);
    expect(await Promise.all([1, 2, 3].map(() => platform.webhook(again)))).toEqual([200, 200, 200]);
    await chat.receivesText(GREETED);
    expect(await platform.webhook(again)).toBe(200);
    await chat.says('kahan tak pahuncha');
    await chat.hears(/koi aavedan nahi|कोई आवेदन नहीं/);
    expect(chat.heard().filter((said) => GREETED.test(said))).toHaveLength(1);
  });

  it('hears every message of a webhook that joins several people, entries and statuses', async () => {
    const people = ['910000000306', '910000000307', '910000000308'];
    const first = changeOf(people.slice(0, 2).map((from) => ({ from, id: `wamid.batch-${from}`, ...text('namaste') })));
    const second = changeOf([{ from: people[2] ?? '', id: 'wamid.batch-3', ...text('namaste') }]);
    const strange = { field: 'account_alerts', value: { alert: 'unknown' } };
    const body = {
      object: 'whatsapp_business_account',
      entry: [
        { id: '1', changes: [first, strange] },
        { id: '2', changes: [second] },
      ],
    };
    expect(await platform.webhook(JSON.stringify(body))).toBe(200);
    await Promise.all(people.map((phone) => aChat(platform, { phone: `+${phone}` }).receivesText(GREETED)));
    expect(platform.logged()).toContain('account_alerts');
  });

  it('answers many messages of one person in their order', async () => {
    const chat = aChat(platform, { phone: '+910000000309' });
    const words = ['property tax', 'haan', '134000800000223'];
    const messages = words.map((each, at) => ({ from: '910000000309', id: `wamid.order-${at}`, ...text(each) }));
    expect(await platform.webhook(webhookOf(messages))).toBe(200);
    await chat.receivesText(/bakaya nahi|बकाया नहीं/);
    expect(chat.heard()[0]).toMatch(/टैक्स|tax/);
    expect(chat.heard()[1]).toContain('UPIC');
  });
});

const text = (body: string) => ({ type: 'text', timestamp: '1773639000', text: { body } });

const changeOf = (messages: readonly object[]) => ({
  field: 'messages',
  value: { messaging_product: 'whatsapp', metadata: { phone_number_id: '100000000000001' }, messages },
});

const webhookOf = (messages: readonly object[]): string =>
  JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [changeOf(messages)] }] });
