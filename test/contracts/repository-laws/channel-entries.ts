import { expect, it } from 'vitest';
import type { ChannelEntry, ChannelEntryFilter } from '#application/ports/out/channel-log.ts';
import { dayOf, plusMinutes } from '#domain/shared/time.ts';
import type { World } from './world.ts';

export function channelEntryLaws(world: World): void {
  it('gives lines back as they were, newest first, by what is asked for', async () => {
    const { channelEntries } = world.store;
    const found = async (filter: ChannelEntryFilter) =>
      (await channelEntries.find(filter)).map(({ position, ...entry }) => entry);
    const at = world.clock.now();
    const whole: ChannelEntry = {
      ...{ at, channel: 'sms', provider: 'twilio-sms', event: 'refused', who: 'abc', message: 'citizen.1' },
      ...{ what: 'text/4', code: '30003', milliseconds: 12, segments: 2, paise: 38.25, department: 'mcd' },
    };
    const bare = { at: plusMinutes(at, 1), channel: 'whatsapp', event: 'handed' } as const;
    await channelEntries.add([whole, bare]);
    await channelEntries.add([]);
    expect(await found({ limit: 10 })).toEqual([bare, whole]);
    expect(await found({ limit: 1 })).toEqual([bare]);
    expect(await found({ until: bare.at, limit: 10 })).toEqual([whole]);
    expect(await found({ from: bare.at, limit: 10 })).toEqual([bare]);
    for (const filter of [
      ...([{ channel: 'sms' }, { event: 'refused' }, { who: 'abc' }, { message: 'citizen.1' }] as const),
      ...([{ department: 'mcd' }, { isWrong: true }] as const),
    ])
      expect(await found({ ...filter, limit: 10 })).toEqual([whole]);
    expect(await found({ channel: 'sms', event: 'handed', limit: 10 })).toEqual([]);
  });

  it('turns pages without losing or repeating a line, though many are of one moment', async () => {
    const { channelEntries } = world.store;
    const at = world.clock.now();
    const lines = Array.from({ length: 7 }, (_, i) => ({ at, channel: 'sms', event: 'held', code: `c${i}` }) as const);
    await channelEntries.add(lines);
    const codes: (string | undefined)[] = [];
    for (let [page, last] = [await channelEntries.find({ limit: 3 }), 0]; page.length > 0; last += 1) {
      codes.push(...page.map(({ code }) => code));
      const olderThan = page.at(-1);
      page = olderThan && last < 9 ? await channelEntries.find({ olderThan, limit: 3 }) : [];
    }
    expect(codes).toEqual(lines.map(({ code }) => code).toReversed());
  });

  it("finds what became of a department's messages, and what went wrong", async () => {
    const { channelEntries } = world.store;
    const line = { at: world.clock.now(), channel: 'whatsapp' } as const;
    await channelEntries.add([
      { ...line, event: 'handed', message: 'citizen.1', department: 'mcd' },
      { ...line, event: 'reported', what: 'failed', message: 'citizen.1' },
      { ...line, event: 'reported', what: 'read', message: 'citizen.2' },
      { ...line, event: 'received', department: 'revenue' },
    ]);
    const events = async (filter: Omit<ChannelEntryFilter, 'limit'>) =>
      (await channelEntries.find({ ...filter, limit: 10 })).map(({ event }) => event);
    expect(await events({ department: 'mcd' })).toEqual(['reported', 'handed']);
    expect(await events({ department: 'revenue' })).toEqual(['received']);
    expect(await events({ isWrong: true })).toEqual(['reported']);
  });

  it('sums what messages cost, by provider', async () => {
    const sent = { at: world.clock.now(), channel: 'sms', event: 'handed' } as const;
    const of = (provider: string, segments: number, paise?: number) => ({
      ...{ ...sent, provider, segments, ...(paise !== undefined && { paise }) },
    });
    await world.store.channelEntries.add([of('one', 1, 19), of('one', 3, 57.5), of('other', 2), sent]);
    expect(await world.store.figures()).toMatchObject({
      sentSegments: { one: 4, other: 2 },
      sentPaise: { one: 76.5, other: 0 },
    });
  });

  it('tells by day, provider, department and approved text what was sent, what it cost and what the provider counted', async () => {
    const { channelEntries } = world.store;
    const at = world.clock.now();
    const yesterday = plusMinutes(at, -24 * 60);
    const sms = { at, channel: 'sms', provider: 'http-sms', event: 'handed', department: 'mcd' } as const;
    const told = { at, channel: 'sms', provider: 'http-sms', event: 'reported', what: 'delivered' } as const;
    const whatsapp = { at, channel: 'whatsapp', provider: 'whatsapp-cloud', event: 'handed' } as const;
    await channelEntries.add([
      { ...sms, message: 'one.1', segments: 2, paise: 38 },
      { ...sms, message: 'one.2', segments: 1, paise: 19 },
      { ...sms, at: yesterday, message: 'one.0', segments: 3 },
      { ...sms, at: plusMinutes(yesterday, -24 * 60), message: 'old', segments: 9 },
      { ...sms, event: 'refused', message: 'one.3' },
      { ...told, message: 'one.1', segments: 1 },
      { ...told, message: 'one.1', segments: 2 },
      { ...told, message: 'one.2', what: 'sent', segments: 7 },
      { ...whatsapp, what: 'template/receipt_ready hi' },
      { ...whatsapp, what: 'template/receipt_ready en' },
      { ...whatsapp, what: 'text/24' },
    ]);
    const [day, before] = [dayOf(at), dayOf(yesterday)];
    const nothing = { segments: 0, paise: 0, reportedSegments: 0 };
    const ofSms = { channel: 'sms', provider: 'http-sms', department: 'mcd' };
    const ofWhatsApp = { channel: 'whatsapp', provider: 'whatsapp-cloud' };
    expect(await channelEntries.costs(plusMinutes(yesterday, -1))).toEqual([
      { day, ...ofSms, messages: 2, segments: 3, paise: 57, reportedSegments: 3 },
      { day, ...ofWhatsApp, messages: 1, ...nothing },
      { day, ...ofWhatsApp, template: 'receipt_ready', messages: 2, ...nothing },
      { day: before, ...ofSms, messages: 1, segments: 3, paise: 0, reportedSegments: 0 },
    ]);
    expect(await world.store.figures()).toMatchObject({ sentSegments: { 'http-sms': 15 } });
  });

  it('forgets what is old', async () => {
    const { channelEntries } = world.store;
    const at = world.clock.now();
    await channelEntries.add([
      { at, channel: 'sms', event: 'held' },
      { at: plusMinutes(at, 1), channel: 'sms', event: 'held' },
    ]);
    expect(await channelEntries.prune(plusMinutes(at, 1))).toBe(1);
    expect(await channelEntries.find({ limit: 10 })).toHaveLength(1);
  });
}
