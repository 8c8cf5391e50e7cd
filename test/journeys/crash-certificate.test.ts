import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#adapters/persistence/measuring/index.ts';
import type { GraphStandIn } from '#adapters/stand-ins/graph-api/index.ts';
import { RazorpayStandIn, type SignedWebhook } from '#adapters/stand-ins/razorpay/index.ts';
import { openTwilioStandIn, type TwilioStandIn } from '#adapters/stand-ins/twilio/index.ts';
import { chanceFrom } from '#test/kit/a-crowd.ts';
import { aMortalPlatform, beyondLeases, type MortalPlatform } from '#test/kit/a-mortal-platform.ts';
import { aProvider, credentialsFor } from '#test/kit/a-platform.ts';
import { anOfficer } from '#test/kit/an-officer.ts';
import { asksForBirth, FEE_PAID } from '#test/kit/birth-on-every-channel.ts';
import { aPhone, type EveryPhone, type PhoneWorld, type PlayedChannel } from '#test/kit/every-phone.ts';
import { untilTaken } from '#test/kit/until-taken.ts';

const SEED = 20_261_126;
const AGAIN_MS = 25;
/** A provider tries again for hours; a few seconds are enough here. */
const RETRIES = Array.from({ length: 400 }, () => 0.1);

const citizens: readonly (readonly [PlayedChannel, number, string])[] = [
  ['whatsapp', 1, 'Sunita Devi'],
  ['whatsapp', 2, 'Kamla Devi'],
  ['sms', 3, 'Meena Devi'],
  ['sms', 4, 'Anita Devi'],
  ['kiosk', 5, 'Rekha Devi'],
];
/** What each of them does until the fee is paid. */
const ACTS = 12;
/** In which order what is killed, while they do it. Slow work that the database did not take back waits until its lease is over. */
const killings = ['platform', 'both', 'platform', 'platform'] as const;

const account = {
  accountSid: 'AC00000000000000000000000000000002',
  authToken: 'crash-auth-token',
  from: '+910000000099',
};
const gateway = { keyId: 'rzp_test_crash', keySecret: 'crash-key-secret', webhookSecret: 'crash-webhook-secret' };

const daysAgo = (days: number): string => {
  const [year, month, day] = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

describe('a platform that is killed while citizens apply with papers, pay, and are given their certificates', () => {
  let folder: string;
  let graph: GraphStandIn;
  let sms: TwilioStandIn;
  let razorpay: RazorpayStandIn;
  let platform: MortalPlatform;
  const phones: EveryPhone[] = [];
  const chance = chanceFrom(SEED);
  let acts = 0;
  let moments: readonly number[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-crash-'));
    await chmod(folder, 0o755);
    const clock = { now: () => new Date().toISOString() };
    graph = await aProvider(() => `${platform.url}/webhooks/whatsapp`, clock, RETRIES);
    sms = await openTwilioStandIn({ ...account, callbackUrl: () => platform.url, webhookRetrySeconds: RETRIES });
    razorpay = new RazorpayStandIn(gateway);
    platform = await aMortalPlatform(
      {
        DATA_DIR: folder,
        ...credentialsFor(graph),
        TWILIO_API_URL: sms.url,
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
        TWILIO_FROM: account.from,
        RAZORPAY_API_URL: await razorpay.start(),
        RAZORPAY_KEY_ID: gateway.keyId,
        RAZORPAY_KEY_SECRET: gateway.keySecret,
        RAZORPAY_WEBHOOK_SECRET: gateway.webhookSecret,
      },
      beyondLeases.ofJobs,
    );
    const share = (citizens.length * ACTS) / killings.length;
    moments = killings.map((_, at) => Math.floor((at + chance()) * share) + 1);
    let slip = '';
    const world: PhoneWorld = { url: platform.url, graph, installation: { standIns: { sms } }, payBy: pays };
    await Promise.all(
      citizens.map(async ([channel, last, motherName], at) => {
        const phone = disturbed(await aPhone(world, channel, last));
        phones[at] = phone;
        await asksForBirth(phone, channel, { motherName, bornOn: daysAgo(25) });
        await phone.pays(FEE_PAID);
        await phone.opens(/raseed|रसीद/i);
        if (channel !== 'kiosk') return;
        slip = await phone.takesSlip();
        await phone.close();
      }),
    );
    void kill('platform');
    await approvesAll();
    void kill('platform');
    await platform.alive();
    const again = await aPhone(world, 'kiosk', 6, { how: 'link-code', code: slip });
    phones.push(again);
    await Promise.all([...phones.slice(0, -2), again].map((phone) => phone.opens(/MCD-BIRTH/)));
  });
  afterAll(async () => {
    await platform?.stop();
    await graph?.close();
    await sms?.close();
    await razorpay?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  const kill = async (what: (typeof killings)[number]): Promise<void> => {
    if (what === 'both') await platform.killDatabase();
    await platform.killAndRestart();
  };
  /** A moment after something was done, while it is worked on. */
  const strikes = async (): Promise<void> => {
    acts += 1;
    const at = moments.indexOf(acts);
    if (at < 0) return;
    await pause(chance() * 700);
    await kill(killings[at] ?? 'platform');
  };
  const disturbed = (phone: EveryPhone): EveryPhone => {
    const during = <Result>(act: Promise<Result>): Promise<Result> => {
      void strikes();
      return act;
    };
    return {
      ...phone,
      asks: (text, words) => during(phone.asks(text, words)),
      shows: (paper, words) => during(phone.shows(paper, words)),
      pays: (words) => during(phone.pays(words)),
    };
  };

  /** The gateway tells of it until it is taken, and then once more, and in other words. */
  const pays = async (link: string): Promise<void> => {
    const paid = razorpay.links.pay(link.split('/').at(-1) ?? '');
    const told = razorpay.webhook('payment_link.paid', paid);
    for (const each of [told, told, razorpay.webhook('payment.captured', paid)]) await tells(each);
  };
  const tells = async ({ body, headers }: SignedWebhook): Promise<void> => {
    const url = `${platform.url}/webhooks/razorpay`;
    while ((await untilTaken(() => fetch(url, { method: 'POST', headers, body }))).status !== 200)
      await pause(AGAIN_MS);
  };
  /** What was not answered the officer looks at again. */
  const approvesAll = async (): Promise<void> => {
    for (;;) {
      try {
        const registrar = await anOfficer(platform.url, 'registrar');
        const rows = await registrar.files();
        if (rows.length === 0) return;
        for (const { id } of rows) await registrar.decides(id, 'approve');
      } catch {
        await pause(AGAIN_MS);
      }
    }
  };
  const query = async (text: string): Promise<readonly Record<string, unknown>[]> => {
    const session = await openSession(await platform.databaseUrl());
    const rows = await session.run(text);
    await session.close();
    return rows;
  };

  it('has been killed as often as was meant', () => {
    expect(platform.deaths()).toEqual({ platform: 6, database: 1 });
  });

  it('has filed, been paid for and issued everything once, each with a number of its own', async () => {
    const [row] = await query(`select
      (select count(*)::int from service_application where status = 'issued') as issued,
      (select count(distinct acknowledgement_number)::int from service_application) as numbers,
      (select count(*)::int from service_application) as filed,
      (select count(*)::int from demand where status = 'paid') as demands,
      (select count(*)::int from payment where status = 'paid') as paid,
      (select count(*)::int from payment) as payments,
      (select count(*)::int from certificate) as documents,
      (select count(distinct application_id)::int from certificate) as documented,
      (select count(*)::int from inbox where status <> 'done') as unheard,
      (select count(*)::int from outbox where status in ('dead', 'held')) as unsaid,
      (select count(*)::int from job where status <> 'waiting') as undone`);
    const all = citizens.length;
    expect(row).toEqual({
      ...{ issued: all, numbers: all, filed: all, demands: all, paid: all, payments: all },
      ...{ documents: 2 * all, documented: all, unheard: 0, unsaid: 0, undone: 0 },
    });
  });

  it('has told each citizen all that it told the others of his channel', () => {
    const said = citizens.map(([channel, , mother], at) => ({ channel, words: wordsOf(phones[at], mother) }));
    for (const channel of ['whatsapp', 'sms'] as const) {
      const [one, other] = said.filter((each) => each.channel === channel);
      expect(one?.words).toEqual(other?.words);
    }
  });

  it('has told nobody anything twice but what was being said at the moment of a death', () => {
    const deaths = 7;
    // The last of them came back to the kiosk, where everything is shown once.
    const heard = phones.map((phone) => phone.heard());
    const issued = heard.map((each) => new Set(each.filter((said) => /MCD-BIRTH-/.test(said))).size);
    expect(issued).toEqual([...citizens.slice(0, -1).map(() => 1), 0, 1]);
    const repeated = heard.map((each) => each.length - new Set(each).size);
    // "I am reading it" is said of each paper alike.
    for (const [at, [channel]] of citizens.entries())
      expect(repeated[at]).toBeLessThanOrEqual(1 + (channel === 'kiosk' ? 0 : deaths));
  });
});

/** The different things that a phone showed, without numbers, names and links. */
const wordsOf = (phone: EveryPhone | undefined, mother: string): readonly string[] =>
  [
    ...new Set(
      phone?.heard().map((each) =>
        each
          .replaceAll(mother, '<mother>')
          .replaceAll(/https?:[^"\s]+/g, '<link>')
          .replaceAll(/[\w-]*\d[\w.-]*/g, '<number>'),
      ),
    ),
  ].sort();
