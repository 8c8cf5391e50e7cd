import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextContactPoint } from '#domain/notification/fallback.ts';
import { isWindowOpen } from '#domain/notification/session-window.ts';
import { type ChannelKind, channelKinds } from '#domain/shared/contact-point.ts';
import { aPhone, aUserId } from '#test/kit/builders.ts';
import { NOW } from '#test/kit/fakes.ts';

describe('the session window', () => {
  it('is open for its hours after the citizen’s last message, and not a moment longer', () => {
    expect(isWindowOpen(NOW, 24, '2026-03-06T04:29:59.999Z')).toBe(true);
    expect(isWindowOpen(NOW, 24, '2026-03-06T04:30:00.000Z')).toBe(false);
  });

  it('is closed to who never wrote, and always open on a channel that has none', () => {
    expect(isWindowOpen(undefined, 24, NOW)).toBe(false);
    expect(isWindowOpen(undefined, undefined, NOW)).toBe(true);
  });
});

const reachableOn = (channel: ChannelKind) => (channel === 'telegram' ? { ...aUserId(), channel } : aPhone(1, channel));

describe('the next contact point', () => {
  const order: readonly ChannelKind[] = ['whatsapp', 'sms'];

  it('follows the installation’s order, and passes over what was tried', () => {
    const points = [aPhone(1, 'sms'), aPhone()];
    expect(nextContactPoint(points, order, [])).toEqual(aPhone());
    expect(nextContactPoint(points, order, ['whatsapp'])).toEqual(aPhone(1, 'sms'));
    expect(nextContactPoint(points, order, ['whatsapp', 'sms'])).toBeUndefined();
  });

  it('is no SMS to a provider’s user id', () => {
    expect(nextContactPoint([{ ...aUserId(), channel: 'sms' }], order, [])).toBeUndefined();
  });

  it('tries each channel at most once, however it begins', () => {
    const points = fc.array(fc.constantFrom(...channelKinds).map(reachableOn));
    fc.assert(
      fc.property(points, fc.shuffledSubarray([...channelKinds]), (his, configured) => {
        const tried: ChannelKind[] = [];
        for (let next = nextContactPoint(his, configured, tried); next; next = nextContactPoint(his, configured, tried))
          tried.push(next.channel);
        expect(tried).toEqual(configured.filter((kind) => his.some(({ channel }) => channel === kind)));
      }),
    );
  });
});
