import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config/default.ts';
import { smsProviders } from '#config/sms-providers/index.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer } from '../kit/an-officer.ts';
import { anSmsChat, type SmsChat } from '../kit/an-sms-chat.ts';
import { birthSlipPhoto, identityCard } from '../kit/papers.ts';

describe.each(['twilio', 'gupshup'] as const)('a birth certificate by SMS alone, in Hindi, through %s', (provider) => {
  let platform: TestPlatform;
  let chat: SmsChat;

  beforeAll(async () => {
    const channels = { ...config.channels, sms: smsProviders[provider] };
    platform = await aPlatform({ config: { ...config, channels } });
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('nobody stands in for SMS');
    chat = anSmsChat(sms, '+910000000007');
  });
  afterAll(() => platform.stop());

  it('is filed by numbers and words, its papers by the upload page', async () => {
    await chat.says('बेटी का जन्म प्रमाण पत्र बनवाना है');
    await chat.hears(/\n1 हाँ, शुरू करें\n2 /);
    await chat.says('१');
    await chat.hears(/पर्ची की फ़ोटो/);
    await chat.hears(/\/u\//);
    expect((await chat.uploads(await birthSlipPhoto())).status).toBe(200);
    await chat.receives(/क्या यह सही है|सही है\?/);
    await chat.says('1');
    await chat.hears(/आधार/);
    await chat.hears(/\/u\//);
    expect((await chat.uploads(await identityCard())).status).toBe(200);
    await chat.receives(/बच्चे का नाम\?/);
    await chat.says('1');
    await chat.hears(/\(\d+\/\d+\)/);
    expect((await chat.uploads(await identityCard())).status).toBe(410);
    await chat.says('मां');
    await chat.hears(/माता-पिता का पता\?/);
    await chat.says('मकान 14, गली 3, करोल बाग, दिल्ली 110005');
    await chat.hears(/स्थायी पता/);
    await chat.says('1');
    await chat.hears(/जाँच लीजिए/);
    await chat.hears(/\n1 \S/);
    await chat.says('1');
    await chat.hears(/MCD-26-\d{7}-\d/);
  });

  it('ends with a link to the certificate, once an officer has approved', async () => {
    const officer = await anOfficer(platform.url, 'registrar');
    const [row] = await officer.files();
    await officer.decides(row?.id ?? '', 'approve');
    const said = await chat.receives(/\/d\//);
    const [link = ''] = /http\S+\/d\/\S+/.exec(said) ?? [];
    const document = await fetch(link);
    expect([document.status, document.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  });
});
