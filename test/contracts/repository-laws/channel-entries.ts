import { expect, it } from 'vitest';
import type { ChannelEntry } from '#application/ports/out/channel-log.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { World } from './world.ts';

export function channelEntryLaws(world: World): void {
  it('gives lines back as they were, newest first, by what is asked for', async () => {
    const { channelEntries } = world.store;
    const at = world.clock.now();
    const whole: ChannelEntry = {
      ...{ at, channel: 'sms', provider: 'twilio-sms', event: 'refused', who: 'abc', message: 'citizen.1' },
      ...{ what: 'text/4', code: '30003', milliseconds: 12, segments: 2, paise: 38.25 },
    };
    const bare = { at: plusMinutes(at, 1), channel: 'whatsapp', event: 'moved' } as const;
    await channelEntries.add([whole, bare]);
    await channelEntries.add([]);
    expect(await channelEntries.find({ limit: 10 })).toEqual([bare, whole]);
    expect(await channelEntries.find({ limit: 1 })).toEqual([bare]);
    expect(await channelEntries.find({ before: bare.at, limit: 10 })).toEqual([whole]);
    for (const filter of [{ channel: 'sms' }, { event: 'refused' }, { who: 'abc' }, { message: 'citizen.1' }] as const)
      expect(await channelEntries.find({ ...filter, limit: 10 })).toEqual([whole]);
    expect(await channelEntries.find({ channel: 'sms', event: 'moved', limit: 10 })).toEqual([]);
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
