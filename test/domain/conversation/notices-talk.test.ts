import { describe, expect, it } from 'vitest';
import { commandOf } from '#domain/answers/command-of.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { Conversation } from '#domain/conversation/conversation.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { NOW } from '#test/kit/fakes.ts';

const hearing = (content: InboundContent, before: Partial<Conversation> = {}) =>
  nextTurn(
    { ...freshConversation('hi'), ...before },
    { type: 'heard', content },
    {
      now: NOW,
      catalogue: catalogueOf([], '1'),
      languages: [],
      freshId: 'id-1',
      mostMegabytes: 5,
      words: () => [],
    },
  );

describe('where news go', () => {
  it.each([
    ['SMS par bhejo', 'sms'],
    ['एसएमएस पर भेजिए', 'sms'],
    ['whatsapp par bhejo', 'whatsapp'],
    ['send by telegram', 'telegram'],
  ])('is chosen by %j', (text, channel) => {
    expect(commandOf(text)?.name).toBe('newsBy');
    const { conversation, replies } = hearing({ type: 'text', text });
    expect(conversation.prefers).toBe(channel);
    expect(JSON.stringify(replies[0]?.text)).toContain(`notices.chosen.${channel}`);
  });

  it('is chosen by a tap, and the others are offered', () => {
    const { conversation, replies } = hearing({ type: 'choice', id: 'notices/by/sms' });
    expect(conversation.prefers).toBe('sms');
    expect(replies[0]?.choices?.map(({ id }) => id)).toEqual(['notices/by/whatsapp', 'notices/by/telegram']);
  });
});

const says = (text: string, before?: Partial<Conversation>) => hearing({ type: 'text', text }, before);
const keyOf = ({ replies: [reply] }: ReturnType<typeof hearing>): string => JSON.stringify(reply?.text);

describe('notices', () => {
  it.each(['STOP', 'बंद'])('end by %s, with one confirmation that tells the way back', (text) => {
    const turn = says(text);
    expect(turn.conversation.noticesStopped).toBe(true);
    expect(turn.replies).toHaveLength(1);
    expect(turn.replies[0]?.choices?.map(({ id }) => id)).toEqual(['notices/resume']);
  });

  it.each(['START', 'UNSTOP', 'शुरू'])('come again after %s, which is confirmed', (text) => {
    const turn = says(text, { noticesStopped: true });
    expect(turn.conversation.noticesStopped).toBe(false);
    expect(turn.wishes).toContainEqual({ type: 'resume-notices' });
    expect(keyOf(turn)).toContain('notices.resumed');
  });

  it.each(['yes', 'main menu', 'start over'])('do not come again because somebody says %s', (text) => {
    expect(says(text, { noticesStopped: true }).conversation.noticesStopped).toBe(true);
  });

  it.each(['HELP', 'मदद', 'madad'])('are explained, with who we are, to whoever writes %s', (text) => {
    expect(keyOf(says(text))).toContain('talk.help');
  });
});

describe('who blocks us', () => {
  const replyTo = { contactPoint: { channel: 'telegram', kind: 'user-id', address: '1' } } as const;
  const blocked = { type: 'notice', what: 'blocked', on: 'telegram' } as const;
  const unblocked = { type: 'notice', what: 'unblocked', on: 'telegram' } as const;

  it('where he spoke last gets no more news, until he lets us in or speaks to us elsewhere', () => {
    const { conversation, wishes, replies } = hearing(blocked, { replyTo });
    expect(conversation.noticesStopped).toBe(true);
    expect(wishes).toEqual([{ type: 'stop-notices' }]);
    expect(replies).toEqual([]);
    const again = hearing(unblocked, conversation);
    expect(again.conversation.noticesStopped).toBe(false);
    expect(again.wishes).toEqual([{ type: 'resume-notices' }]);
    expect(again.replies).toEqual([]);
    expect(says('kahan tak pahuncha', conversation).conversation.noticesStopped).toBe(false);
  });

  it('where he does not speak gets his news elsewhere, and prefers it no more', () => {
    const elsewhere = { contactPoint: { channel: 'whatsapp', kind: 'user-id', address: '1' } } as const;
    const { conversation, wishes } = hearing(blocked, { replyTo: elsewhere, prefers: 'telegram' });
    expect(conversation).toMatchObject({ noticesStopped: false });
    expect(conversation.prefers).toBeUndefined();
    expect(wishes).toEqual([]);
  });

  it('after STOP is not taken to want news again by letting us in', () => {
    const stopped = hearing(blocked, { replyTo, noticesStopped: true });
    expect(stopped.wishes).toEqual([]);
    expect(hearing(unblocked, stopped.conversation).conversation.noticesStopped).toBe(true);
  });
});

it('hears that a message was changed after it was sent, and asks for it anew', () => {
  expect(keyOf(hearing({ type: 'unsupported', what: 'edited' }))).toContain('talk.editedTooLate');
});
