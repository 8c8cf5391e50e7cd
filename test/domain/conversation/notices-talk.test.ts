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
