import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWord, type Delivery, deliveryRank, handedTo } from '#domain/notification/delivery.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';

const fresh: Delivery = { state: 'waiting', isUnderWay: true, isKept: true, tried: [], duplicates: [] };
const said = (channel: ChannelKind, status: 'sent' | 'delivered' | 'read' | 'failed', elsewhere = false) => ({
  channel,
  status,
  ...(elsewhere && { elsewhere, code: 'not-delivered-in-time' }),
});
const hasCome = ({ status }: Delivery): boolean => deliveryRank(status) >= deliveryRank('delivered');

describe('a delivery', () => {
  const late = afterWord(handedTo(fresh, 'whatsapp', true), said('whatsapp', 'failed', true));

  it('goes on to the next channel, and says why', () => {
    expect(late).toMatchObject({ state: 'waiting', tried: ['whatsapp'], code: 'not-delivered-in-time' });
  });

  it('goes nowhere else when the word that it came arrives before the next channel is asked', () => {
    const came = afterWord(late, said('whatsapp', 'delivered'));
    expect(came).toMatchObject({ state: 'sent', channel: 'whatsapp', status: 'delivered', duplicates: [] });
  });

  it('counts by the channel that brought it first, and marks the other one', () => {
    const bySms = handedTo({ ...late, isUnderWay: true }, 'sms', true);
    expect(bySms).toMatchObject({ state: 'sent', channel: 'sms', status: 'sent' });
    const first = afterWord(bySms, said('whatsapp', 'delivered'));
    expect(first).toMatchObject({ channel: 'whatsapp', status: 'delivered', duplicates: ['sms'] });
    const second = afterWord(afterWord(bySms, said('sms', 'delivered')), said('whatsapp', 'read'));
    expect(second).toMatchObject({ channel: 'sms', status: 'delivered', duplicates: ['whatsapp'] });
  });

  it('is a duplicate by what was under way when it came', () => {
    const came = afterWord({ ...late, isUnderWay: true }, said('whatsapp', 'delivered'));
    expect(came).toMatchObject({ state: 'waiting', isKept: true });
    expect(handedTo(came, 'sms', true)).toMatchObject({ state: 'sent', channel: 'whatsapp', duplicates: ['sms'] });
  });

  const channels: ChannelKind[] = ['whatsapp', 'sms', 'telegram'];
  const word = fc.record({
    channel: fc.constantFrom(...channels),
    status: fc.constantFrom('sent' as const, 'delivered' as const, 'read' as const, 'failed' as const),
    elsewhere: fc.boolean(),
  });

  it('never goes out again once it has come, counts by one channel, and forgets no other, in whatever order words arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.constant('hand' as const)), { maxLength: 20 }), (steps) => {
        let now: Delivery = { ...fresh, isUnderWay: false };
        const handed = new Set<ChannelKind>();
        const brought = new Set<ChannelKind>();
        for (const step of steps) {
          const before = now;
          if (step === 'hand') {
            const next = channels.find((channel) => !now.tried.includes(channel));
            if (now.state !== 'waiting' || next === undefined) continue;
            expect(hasCome(now)).toBe(false);
            handed.add(next);
            now = handedTo({ ...now, isUnderWay: true }, next, true);
          } else if (handed.has(step.channel)) {
            const { elsewhere, ...rest } = step;
            now = afterWord(now, { ...rest, ...(elsewhere && step.status === 'failed' && { elsewhere }) });
            if (deliveryRank(step.status) >= 3) brought.add(step.channel);
          }
          if (hasCome(before)) expect(hasCome(now)).toBe(true);
          if (hasCome(before)) expect(now.channel).toBe(before.channel);
        }
        expect(hasCome(now)).toBe(brought.size > 0);
        if (now.channel) expect(now.duplicates).not.toContain(now.channel);
        for (const channel of brought) expect([now.channel, ...now.duplicates]).toContain(channel);
      }),
    );
  });
});
