import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ports } from '#config/ports.ts';
import { aChat, type Chat, soon } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { anOfficer } from '../kit/an-officer.ts';

const DAY = 25 * 60;

describe('news that comes when a citizen has not written for a day', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await aPlatform({ asDemo: true });
    await platform.installation.container.get(Ports.followingTemplates).ask();
  });
  afterAll(() => platform.stop());

  const aComplaint = async (phone: string): Promise<Chat> => {
    const chat = aChat(platform, { phone });
    await chat.says('hamari gali mein kooda pada hai koi uthata nahi');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(/matlab hai: Kooda nahi utha\?/);
    await chat.says('haan');
    await chat.hears(/Kahan hai/);
    await chat.sends({ type: 'location', latitude: 28.6519, longitude: 77.1909, name: 'Karol Bagh' });
    await chat.hears(/Kuch aur batana hai/);
    await chat.says('nahi');
    await chat.hears(/photo/);
    await chat.taps('Mere paas nahi hai');
    await chat.hears(/dekh lijiye/);
    await chat.says('jama kar do');
    await chat.hears(/Shikayat darj ho gayi/);
    return chat;
  };
  const resolves = async (note: string): Promise<void> => {
    const inspector = await anOfficer(platform.url, 'inspector');
    const [file] = await inspector.files();
    await inspector.decides(file?.id ?? '', 'resolve', note);
  };

  it('comes by the approved text, whose button works as any other', async () => {
    const chat = await aComplaint('+910000000011');
    await platform.passes(DAY);
    await resolves('Kooda utha liya gaya');
    expect(await chat.receivesText(/Kooda utha liya gaya/)).toContain('दफ़्तर के अनुसार काम हो गया है');
    expect(chat.offered()).toEqual(['हाँ, हो गया', 'नहीं हुआ']);
    await chat.taps('हाँ, हो गया');
    await chat.hears(/band ki gayi/);
  });

  it('comes by SMS when the text has turned marketing, and the record says why', async () => {
    const { sms } = platform.installation.standIns;
    if (!sms) throw new Error('nobody stands in for SMS');
    await aComplaint('+910000000012');
    await platform.passes(DAY);
    expect(await platform.graph.changeTemplate('complaint_resolved', 'hi', { category: 'MARKETING' })).toBe(200);
    await platform.logs(/complaint_resolved.*template\.stopped/);
    await resolves('Sadak saaf hai');
    const text = await soon(
      sms,
      () => sms.transcript('+910000000012').find((entry) => entry.text.includes('Sadak saaf hai'))?.text,
      () => 'no SMS came',
    );
    expect(text).toContain('Sadak saaf hai');
    expect(platform.graph.transcript('+910000000012').some(({ shown }) => shown)).toBe(false);
    const record = "select channel, code from outbox where code = 'template-marketing'";
    await expect.poll(() => platform.database.query(record)).toMatchObject([{ channel: 'sms' }]);
  });
});
