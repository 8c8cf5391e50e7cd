import { describe, expect, it } from 'vitest';
import { commandOf } from '#domain/answers/command-of.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { NOW } from '#test/kit/fakes.ts';

const hearing = (content: InboundContent) =>
  nextTurn(
    freshConversation('hi'),
    { type: 'heard', content },
    {
      now: NOW,
      catalogue: catalogueOf([], '1'),
      languages: [],
      freshId: 'id-1',
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
