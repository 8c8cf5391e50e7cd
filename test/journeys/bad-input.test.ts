import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDemoGateway } from '#adapters/payments/demo/index.ts';
import type { Failure } from '#adapters/stand-ins/graph-api/index.ts';
import { aChat, type Chat, soon } from '../kit/a-chat.ts';
import { aPlatform, type TestPlatform } from '../kit/a-platform.ts';
import { birthSlipPhoto, blurred, dark, lightBill, pixelBomb, program } from '../kit/papers.ts';

const SLIP_ASKED = /Hospital ki parchi ki photo bhejiye/;

describe('what goes wrong, and what the citizen hears of it', () => {
  let platform: TestPlatform;
  let people = 0;

  beforeAll(async () => {
    platform = await aPlatform();
  });
  afterAll(() => platform.stop());

  const aCitizen = (): Chat => {
    people += 1;
    return aChat(platform, { phone: `+9100000005${String(people).padStart(2, '0')}` });
  };
  const aParent = async (): Promise<Chat> => {
    const chat = aCitizen();
    await chat.says('mere ghar beti hui hai kagaz banwana hai');
    await chat.hears(/Shuru karein/);
    await chat.says('haan');
    await chat.hears(SLIP_ASKED);
    return chat;
  };

  describe('papers that cannot be read', () => {
    const bad: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string, RegExp])[] = [
      ['a blurred photo', blurred, 'image/jpeg', /dhundhl|saaf|hil/i],
      ['a dark photo', dark, 'image/jpeg', /andhera/],
      ['another paper', lightBill, 'image/png', /koi aur kaagaz|doosra/],
      ['a program that calls itself a photo', program, 'image/jpeg', /kisi kaagaz ki photo ya PDF nahi/],
      ['a picture that unfolds to gigabytes', pixelBomb, 'image/png', /bahut badi/],
      ['30 MB', thirtyMegabytes, 'application/pdf', /bahut badi.*10 MB/],
    ];
    it.for(bad)('says of %s what to do, and takes a good one afterwards', async ([, make, mime, words]) => {
      const chat = await aParent();
      const bytes = await make();
      await (mime === 'application/pdf'
        ? chat.sends({ type: 'document', bytes, mime, fileName: 'parchi.pdf' })
        : chat.sendsPhoto(bytes, mime));
      expect(await chat.hears(words)).toMatch(SLIP_ASKED);
      await chat.sendsPhoto(await birthSlipPhoto());
      await chat.hears(/Sahi hai\?/);
    });

    it('says that a file did not come when WhatsApp does not give it out, and asks for it again', async () => {
      const chat = await aParent();
      platform.graph.failNext({ status: 404, code: 100 }, { of: 'media', times: 1 });
      await chat.sendsPhoto(await birthSlipPhoto());
      await chat.hears(/phir bhejiye|Sahi hai\?/);
      expect(platform.logged()).toMatch(/paper\.lost|job\.failed/);
    });

    it('reads the photo although the reader dies over it', async () => {
      const chat = await aParent();
      await chat.sendsPhoto(await birthSlipPhoto({}, { seed: 7 }));
      await chat.hears(/padh raha hoon/);
      for (const pid of readersOfThisProcess()) process.kill(pid, 'SIGKILL');
      await chat.hears(/Sahi hai\?/);
      await platform.logs(/text-reader\.worker-died/);
    });
  });

  describe('messages that say nothing we know', () => {
    it('answers ten thousand characters with one short message', async () => {
      const chat = aCitizen();
      await chat.says('namaste '.repeat(1250));
      expect((await chat.hears(/./)).length).toBeLessThan(600);
      await chat.says('kahan tak pahuncha');
      await chat.hears(/aavedan nahi|आवेदन नहीं/);
    });

    it('answers a kind of message that nobody has heard of', async () => {
      const chat = aCitizen();
      await chat.sends({ type: 'raw', message: { type: 'hologram', hologram: { depth: 3 } } });
      await chat.hears(/./);
      await chat.says('kahan tak pahuncha');
      await chat.hears(/aavedan nahi|आवेदन नहीं/);
    });

    it('keeps the question open when a voice message comes instead of an answer', async () => {
      const chat = await aParent();
      await chat.sends({ type: 'audio', bytes: Buffer.from('OggS'), mime: 'audio/ogg' });
      expect(await chat.hears(/parchi/)).toMatch(SLIP_ASKED);
    });
  });

  describe('calls that no provider makes', () => {
    it('refuses what is not signed, what is no JSON and what is no webhook, and says so in the log', async () => {
      const webhook = JSON.stringify({ object: 'whatsapp_business_account', entry: [] });
      expect(await platform.webhook(webhook, 'sha256=00')).toBe(401);
      await platform.logs(/channel\.call-not-genuine/);
      expect(await platform.webhook('{"object":')).toBe(400);
      expect(await platform.webhook('[]')).toBe(400);
      expect(await platform.webhook(webhook)).toBe(200);
      expect(await platform.webhook(' '.repeat(4 * 1024 * 1024))).toBe(413);
    });
  });

  describe('when the gateway is down', () => {
    it('says that no money has gone, and sends the link as soon as there is one', async () => {
      const chat = aCitizen();
      await chat.says('house tax bharna hai');
      await chat.hears(/Shuru karein/);
      await chat.says('haan');
      await chat.hears(/UPIC/);
      await chat.says('112000700000041');
      await chat.hears(/Kul/);
      (platform.installation.gateway as OpenDemoGateway).failNext(1);
      await chat.taps('bill/pay/full');
      expect(await chat.hears(/jawab nahi de rahi/)).toContain('Paise nahi kate');
      await platform.logs(/job\.failed.*open-payment|open-payment.*job\.failed/);
      await platform.passes(1);
      await chat.hears(/Payment ke baad raseed/);
    });
  });

  describe('when WhatsApp does not take an answer', () => {
    const failures: readonly (readonly [string, Failure])[] = [
      ['breaks', 'server-error'],
      ['finds us too quick for one person', 'pair-rate'],
      ['finds us too quick for everybody', 'throughput'],
      ['cuts the connection', 'drop-connection'],
    ];
    it.for(failures)('says it later, because WhatsApp %s', async ([, failure]) => {
      const chat = aCitizen();
      platform.graph.failNext(failure);
      await chat.says('hello');
      await platform.logs(/message\.not-delivered/);
      await platform.passes(5);
      await chat.hears(/Namaste|नमस्ते|Hello/);
      await chat.says('kahan tak pahuncha');
      await chat.hears(/aavedan nahi|आवेदन नहीं|no application/i);
    });

    it('says by SMS what WhatsApp does not let us say, and goes on where the citizen writes', async () => {
      const { sms } = platform.installation.standIns;
      if (!sms) throw new Error('nobody stands in for SMS');
      const phone = '+910000000599';
      const chat = aChat(platform, { phone });
      platform.graph.failNext('outside-window');
      await chat.says('hello');
      await platform.logs(/message\.no-template/);
      await soon(
        sms,
        () => sms.transcript(phone).find(({ text }) => /Namaste|नमस्ते|Hello/.test(text)),
        () => 'no SMS came',
      );
      await chat.says('kahan tak pahuncha');
      await chat.hears(/aavedan nahi|आवेदन नहीं|no application/i);
    });
  });
});

const thirtyMegabytes = (): Uint8Array =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30 * 1024 * 1024, 32)]);

/** The text readers that this process has started, as Linux lists them. */
function readersOfThisProcess(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isReader(name))
    .map(Number);
}

function isReader(pid: string): boolean {
  try {
    const parent = /\nPPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return parent === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('tesseract/worker');
  } catch {
    return false;
  }
}
