import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextContactPoint } from '#domain/notification/fallback.ts';
import { mayBeTold, optInBy } from '#domain/notification/opt-in.ts';
import { heardNow, isWindowOpen, unheardOn } from '#domain/notification/session-window.ts';
import { outlivesStop, urgencies, urgencyOf } from '#domain/notification/urgency.ts';
import { type ChannelKind, channelKinds } from '#domain/shared/contact-point.ts';
import { aPhone, aUserId } from '#test/kit/builders.ts';
import { NOW } from '#test/kit/fakes.ts';

describe('the session window', () => {
  const justOpen = '2026-03-06T04:29:59.999Z';
  const heardOn = heardNow({}, 'whatsapp', 'line-1', NOW);

  it('is open for its hours after the citizen’s last message, and not a moment longer', () => {
    expect(isWindowOpen(heardOn, 'whatsapp', 'line-1', 24, justOpen)).toBe(true);
    expect(isWindowOpen(heardOn, 'whatsapp', 'line-1', 24, '2026-03-06T04:30:00.000Z')).toBe(false);
  });

  it('is each number’s own, and each channel’s', () => {
    expect(isWindowOpen(heardOn, 'whatsapp', 'line-2', 24, NOW)).toBe(false);
    expect(isWindowOpen(heardOn, 'telegram', undefined, 24, NOW)).toBe(false);
    expect(isWindowOpen(heardOn, 'whatsapp', undefined, 24, NOW)).toBe(true);
  });

  it('closes on a channel where he has another address, and on no other', () => {
    const after = unheardOn(heardNow(heardOn, 'telegram', undefined, NOW), 'whatsapp');
    expect(isWindowOpen(after, 'whatsapp', 'line-1', 24, NOW)).toBe(false);
    expect(isWindowOpen(after, 'telegram', undefined, 24, NOW)).toBe(true);
  });

  it('is closed to who never wrote, and always open on a channel that has none', () => {
    expect(isWindowOpen({}, 'whatsapp', 'line-1', 24, NOW)).toBe(false);
    expect(isWindowOpen({}, 'sms', undefined, undefined, NOW)).toBe(true);
  });
});

const isPhoneOf = (channel: ChannelKind, kind: ChannelKind): boolean => channel === 'whatsapp' && kind === 'sms';
const reachableOn = (channel: ChannelKind) => (channel === 'telegram' ? { ...aUserId(), channel } : aPhone(1, channel));

describe('the next contact point', () => {
  const order: readonly ChannelKind[] = ['whatsapp', 'sms'];

  it('follows the installation’s order, and passes over what was tried', () => {
    const points = [aPhone(1, 'sms'), aPhone()];
    expect(nextContactPoint(points, order, [])).toEqual(aPhone());
    expect(nextContactPoint(points, order, ['whatsapp'])).toEqual(aPhone(1, 'sms'));
    expect(nextContactPoint(points, order, ['whatsapp', 'sms'])).toBeUndefined();
  });

  it('is an SMS to the number that a person has proven to WhatsApp', () => {
    expect(nextContactPoint([aPhone()], order, ['whatsapp'])).toEqual(aPhone(1, 'sms'));
  });

  it('is none by which the channel cannot reach anybody', () => {
    expect(nextContactPoint([aUserId()], order, ['whatsapp'])).toBeUndefined();
    expect(nextContactPoint([{ ...aUserId(), channel: 'sms' }], order, [])).toBeUndefined();
    expect(nextContactPoint([aPhone(1, 'telegram')], ['telegram'], [])).toBeUndefined();
  });

  it('tries each channel at most once, however it begins', () => {
    const points = fc.array(fc.constantFrom(...channelKinds).map(reachableOn));
    fc.assert(
      fc.property(points, fc.shuffledSubarray([...channelKinds]), (his, configured) => {
        const tried: ChannelKind[] = [];
        for (let next = nextContactPoint(his, configured, tried); next; next = nextContactPoint(his, configured, tried))
          tried.push(next.channel);
        expect(tried).toEqual(
          configured.filter((kind) => his.some(({ channel }) => channel === kind || isPhoneOf(channel, kind))),
        );
      }),
    );
  });
});

describe('the opt-in', () => {
  const text = (words: string) => ({ type: 'text', text: words });
  const by = (channel: ChannelKind, spoken: Parameters<typeof optInBy>[0]['spoken'], via?: string) =>
    optInBy({ channel, spoken, via, at: NOW }, { qr: ['Hello Ek Sandesh'], email: ['Hello (email)'] });
  const optIn = by('whatsapp', text('hi'));

  it('says how a citizen came to be written to', () => {
    expect(optIn.source).toBe('message');
    expect(by('sms', text('hi')).source).toBe('sms');
    expect(by('sms', { type: 'missed-call' }).source).toBe('missed-call');
    expect(by('whatsapp', text('Hello Ek Sandesh ')).source).toBe('qr');
    expect(by('sms', text('Hello (email)')).source).toBe('email');
    expect(by('telegram', { type: 'choice', by: 'qr' }).source).toBe('qr');
  });

  it('keeps what shows it: when, by what, what was said and to which number', () => {
    expect(by('sms', text(' ration card '), '+911100000001')).toEqual({
      ...{ source: 'sms', at: NOW, channel: 'sms', said: 'ration card', to: '+911100000001' },
    });
    expect(by('sms', { type: 'missed-call', called: '+911100000002' }, '+911100000001')).toEqual({
      ...{ source: 'missed-call', at: NOW, channel: 'sms', to: '+911100000002' },
    });
    expect(by('whatsapp', text('x'.repeat(5000))).said).toHaveLength(160);
  });

  it('lets no news out to who never said yes, nor after STOP, but always what was asked for', () => {
    const news = { type: 'rejected' };
    expect(mayBeTold(news, { optIn, noticesStopped: false })).toBe(true);
    expect(mayBeTold(news, { noticesStopped: false })).toBe(false);
    expect(mayBeTold(news, { optIn, noticesStopped: true })).toBe(false);
    expect(mayBeTold({ type: 'payment-link' }, { optIn, noticesStopped: true })).toBe(true);
    expect(mayBeTold({ type: 'document-issued', asked: true }, { noticesStopped: true })).toBe(true);
  });

  it('tells what nobody asked for from what he is owed and from what answers him', () => {
    expect(urgencyOf({ type: 'heard' })).toBe('reply');
    expect(urgencyOf({ type: 'document-issued', asked: true })).toBe('notice');
    expect(urgencyOf({ type: 'timer' })).toBe('news');
    expect(urgencies.filter(outlivesStop)).toEqual(['notice', 'owed']);
  });
});
