import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageRules, withoutHours } from '#config/message-rules.ts';
import { barredFor, type MessageCategory, type MessageRules, mayLeaveAt } from '#domain/notification/message-rules.ts';
import { mayBeTold } from '#domain/notification/opt-in.ts';
import { urgencies, urgencyOf } from '#domain/notification/urgency.ts';
import { instantAt, localTimeOf, plusMinutes } from '#domain/shared/time.ts';

const at = (time: string): string => instantAt('2026-03-05', time);
const news = { urgency: 'news', heardOn: {} } as const;

describe('the hours of messages', () => {
  it.each([
    { time: '08:59', leaves: at('09:00') },
    { time: '09:00', leaves: undefined },
    { time: '20:59', leaves: undefined },
    { time: '21:00', leaves: instantAt('2026-03-06', '09:00') },
    { time: '00:30', leaves: at('09:00') },
  ])('let news of $time leave when it is day', ({ time, leaves }) => {
    expect(mayLeaveAt(messageRules, news, at(time))).toBe(leaves);
  });

  it('bind neither answers nor what follows from what he did', () => {
    for (const urgency of ['reply', 'notice'] as const)
      expect(mayLeaveAt(messageRules, { urgency, heardOn: {} }, at('03:00'))).toBeUndefined();
  });

  const outcomes = ['paid', 'failed', 'pending', 'mismatched', 'cancelled', 'to-be-refunded'];
  it.each([
    ...outcomes.map((outcome) => ({ outcome, leaves: undefined })),
    ...['returned', 'refunded', 'refund-delayed'].map((outcome) => ({ outcome, leaves: at('09:00') })),
  ])('tell what becomes of a payment at once, and of money back when it is day: $outcome', ({ outcome, leaves }) => {
    const event = { type: 'payment', outcome };
    expect(mayLeaveAt(messageRules, { urgency: urgencyOf(event), heardOn: {} }, at('03:00'))).toBe(leaves);
    // Who has stopped the news is told of his money all the same, and at once when he has just asked for it back.
    expect(mayBeTold(event, { noticesStopped: true })).toBe(true);
    expect(
      mayLeaveAt(messageRules, { urgency: urgencyOf(event), heardOn: { sms: at('02:50') } }, at('03:00')),
    ).toBeUndefined();
  });

  it('bind nothing while the citizen is in the talk', () => {
    const [now, heard] = [at('22:00'), (time: string) => ({ ...news, heardOn: { sms: at(time) } })];
    expect(mayLeaveAt(messageRules, heard('21:40'), now)).toBeUndefined();
    expect(mayLeaveAt(messageRules, heard('21:30'), now)).toBe(instantAt('2026-03-06', '09:00'));
  });

  it('never let anything wait longer than the night, and what waited leaves then', () => {
    const moments = fc.integer({ min: 0, max: 10_000 }).map((minutes) => plusMinutes(at('00:00'), minutes));
    fc.assert(
      fc.property(moments, fc.constantFrom(...urgencies), (now, urgency) => {
        const leaves = mayLeaveAt(messageRules, { urgency, heardOn: {} }, now);
        if (leaves === undefined) return;
        expect(leaves > now && leaves <= plusMinutes(now, 12 * 60)).toBe(true);
        expect(localTimeOf(leaves).slice(11)).toBe('09:00');
        expect(mayLeaveAt(messageRules, { urgency, heardOn: {} }, leaves)).toBeUndefined();
      }),
    );
  });

  it('are none where they are not kept', () => {
    for (const time of ['00:00', '03:00', '23:59']) expect(mayLeaveAt(withoutHours, news, at(time))).toBeUndefined();
  });
});

describe('the do-not-disturb register', () => {
  const as = (category: MessageCategory): MessageRules => ({
    ...messageRules,
    kinds: { ...messageRules.kinds, news: { ...messageRules.kinds.news, value: { category, atAnyHour: true } } },
  });

  it('bars no kind of message that is sent today', () => {
    for (const urgency of urgencies) expect(barredFor(messageRules, urgency)).toEqual([]);
  });

  it.each([
    { category: 'transactional', barred: [] },
    { category: 'service-implicit', barred: [] },
    { category: 'service-explicit', barred: ['sms'] },
    { category: 'promotional', barred: ['sms'] },
  ] as const)('bars $category from SMS: $barred', ({ category, barred }) => {
    expect(barredFor(as(category), 'news')).toEqual(barred);
  });

  it.each([
    { time: '09:30', leaves: at('10:00') },
    { time: '10:00', leaves: undefined },
    { time: '21:00', leaves: instantAt('2026-03-06', '10:00') },
  ])('lets an offer of $time leave in its hours alone, even to who is in the talk', ({ time, leaves }) => {
    const inTalk = { urgency: 'news', heardOn: { sms: at(time) } } as const;
    expect(mayLeaveAt(as('promotional'), inTalk, at(time))).toBe(leaves);
    expect(mayLeaveAt(as('service-implicit'), inTalk, at(time))).toBeUndefined();
  });
});
