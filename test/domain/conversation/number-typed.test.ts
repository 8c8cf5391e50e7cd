import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import { freshConversation } from '#domain/conversation/turn.ts';
import { acknowledgementNumber } from '#domain/shared/acknowledgement-number.ts';

const number = acknowledgementNumber('mcd', '2026-03-16', 1);
const wishesFor = (text: string) =>
  nextTurn(
    freshConversation('hi'),
    { type: 'heard', content: { type: 'text', text } },
    {
      now: '2026-03-16T05:30:00.000Z',
      catalogue: catalogueOf([], '1'),
      languages: [],
      freshId: 'id',
      words: () => [],
      mostMegabytes: 5,
    },
  ).wishes;

describe('an acknowledgement number that is typed', () => {
  it('asks how that application stands, alone or among other words', () => {
    for (const text of [number, number.toLowerCase().replaceAll('-', ' '), `mera ${number} kahan tak pahuncha`])
      expect(wishesFor(text)).toEqual([{ type: 'track', acknowledgementNumber: number }]);
  });

  it('is none with a wrong digit', () => {
    expect(wishesFor(number.replace('0000001', '0000002'))).toEqual([]);
  });
});
