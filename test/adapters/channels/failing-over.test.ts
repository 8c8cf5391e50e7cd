import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenChannel } from '#adapters/channels/channel-plugin.ts';
import { failingOver } from '#adapters/channels/failing-over.ts';
import type { Log } from '#application/ports/out/log.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { aPhone } from '#test/kit/builders.ts';
import { type StandingClock, standingClock } from '#test/kit/fakes.ts';

const ours = { from: '2026-01-01', verified: true, source: 'a rule' };
const limits = { failures: { value: 3, ...ours }, seconds: { value: 60, ...ours } };
const down = () => new NotDelivered('timeout', { retry: true });

interface Played extends OpenChannel {
  readonly took: string[];
  fails: (() => NotDelivered) | undefined;
}

function aProvider(name: string): Played {
  const took: string[] = [];
  const capabilities = { maxTextLength: 1000, buttons: 0, listRows: 0, attachments: false, variant: 'sms' } as const;
  return {
    ...{ name, serves: 'sms', capabilities, routes: [], took, fails: undefined },
    async send({ text }, { reference }) {
      if (this.fails) throw this.fails();
      took.push(text);
      return [`${name}/${reference}`];
    },
    check: async () => ({ ok: true }),
  };
}

let clock: StandingClock;
let logged: string[];
let main: Played;
let spare: Played;
let both: OpenChannel;

beforeEach(() => {
  clock = standingClock();
  logged = [];
  main = aProvider('main');
  spare = aProvider('spare');
  const note: Log['warn'] = (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  both = failingOver(
    [
      { channel: main, weight: 1 },
      { channel: spare, weight: 0 },
    ],
    { limits, clock, log: { info: note, warn: note, alarm: note } },
  );
});

const send = (text: string) => both.send({ text }, { contactPoint: aPhone(1, 'sms'), reference: text });

describe('several providers of one channel', () => {
  it('send by the next one what the first cannot, and say why', async () => {
    main.fails = down;
    expect(await send('one')).toEqual(['spare/one']);
    expect(logged).toEqual(['channel.provider-failed {"channel":"main","code":"timeout"}']);
  });

  it('leave one alone that fails again and again, ask it once after a minute, and return to it when it works', async () => {
    let calls = 0;
    main.fails = () => {
      calls += 1;
      return down();
    };
    for (const text of ['1', '2', '3', '4', '5']) await send(text);
    expect(calls).toBe(3);
    clock.advance(1);
    await Promise.all([send('6'), send('7')]);
    expect(calls).toBe(4);
    clock.advance(1);
    main.fails = undefined;
    expect(await send('8')).toEqual(['main/8']);
  });

  it('ask no other one for a number that is wrong with all of them', async () => {
    main.fails = () => new NotDelivered('30006', { retry: false, personal: true });
    await expect(send('one')).rejects.toMatchObject({ code: '30006' });
    expect(spare.took).toEqual([]);
  });

  it('ask the next one after any other no, such as that a token is wrong, and the first one less and less', async () => {
    main.fails = () => new NotDelivered('20003', { retry: false });
    for (const text of ['1', '2', '3', '4']) expect(await send(text)).toEqual([`spare/${text}`]);
    expect(logged).toHaveLength(3);
  });

  it('are told in the words of their channel', () => {
    expect(both.capabilities.variant).toBe('sms');
  });

  it('send each from a number of its own, whichever the citizen wrote to', async () => {
    const lines: (string | undefined)[] = [];
    const noting: OpenChannel = { ...main, send: async (_, { from }) => [`${lines.push(from)}`] };
    const joined = failingOver([{ channel: noting, weight: 1 }], {
      ...{ limits, clock },
      log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
    });
    await joined.send({ text: '1' }, { contactPoint: aPhone(1, 'sms'), reference: '1', from: '+910000000098' });
    expect(lines).toEqual([undefined]);
  });

  it('say that it is to be tried again when none can, without counting it as a try once all are left alone', async () => {
    main.fails = down;
    spare.fails = down;
    await expect(send('1')).rejects.toMatchObject({ code: 'timeout', retry: true });
    for (const text of ['2', '3']) await send(text).catch(() => undefined);
    await expect(send('4')).rejects.toMatchObject({ code: 'no-provider', untried: true, afterSeconds: 60 });
  });

  it('work as one as long as one of them works', async () => {
    const broken = { ...aProvider('broken'), check: async () => ({ ok: false, problem: 'no answer' }) as const };
    const joined = failingOver(
      [
        { channel: broken, weight: 1 },
        { channel: spare, weight: 1 },
      ],
      { limits, clock, log: { info: () => undefined, warn: () => undefined, alarm: () => undefined } },
    );
    expect(await joined.check()).toEqual({ ok: true, note: 'broken: no answer' });
  });
});
