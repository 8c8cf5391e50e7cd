import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { Standing } from '#domain/conversation/event.ts';
import type { InboundContent } from '#domain/conversation/message.ts';
import { freshConversation, type Turn, type TurnContext } from '#domain/conversation/turn.ts';

const context = (sharesNumber: boolean): TurnContext => ({
  now: '2026-03-05T04:30:00.000Z',
  catalogue: catalogueOf([], '1'),
  languages: [],
  freshId: 'id',
  mostMegabytes: 5,
  words: () => [],
  sharesNumber,
});
const hears = (before: Turn['conversation'], content: InboundContent, sharesNumber = true): Turn =>
  nextTurn(before, { type: 'heard', content }, context(sharesNumber));
const filed: Standing = {
  id: 'a',
  serviceId: 'birth-certificate',
  kind: 'application',
  status: 'submitted',
  acknowledgementNumber: 'MCD-26-0000001-3',
  filedAt: '2026-03-05T04:30:00.000Z',
  since: '2026-03-05T04:30:00.000Z',
  dueOn: '2026-03-12',
};
const start = { type: 'choice', id: 'menu/start' } as const;
const keys = ({ replies }: Turn): (string | undefined)[] =>
  replies.map(({ text }) => ('key' in text ? text.key : undefined));

describe("the citizen's own number", () => {
  it('is asked for once, at the first greeting, where a button can share it', () => {
    const first = hears(freshConversation('hi'), start);
    expect(keys(first)).toEqual(['talk.welcome', 'talk.shareNumber.greeting']);
    expect(first.replies[1]?.asksNumber).toBe(true);
    expect(keys(hears(first.conversation, start))).toEqual(['talk.welcome']);
    expect(keys(hears(freshConversation('hi'), start, false))).toEqual(['talk.welcome']);
  });

  it("is thanked for when it comes, and nobody else's is", () => {
    const { conversation } = hears(freshConversation('hi'), start);
    const own = { type: 'contact', phones: ['+910000000001'], isOwn: true } as const;
    expect(keys(hears(conversation, own))).toEqual(['talk.numberKnown']);
    expect(keys(hears(conversation, { type: 'contact', phones: ['+910000000002'] }))).toEqual([
      'talk.contactNotWanted',
    ]);
    const told = (met: 'joined' | 'kept-apart') => keys(hears(conversation, { ...own, met }));
    expect(told('joined')).toEqual(['link.joined']);
    expect(told('kept-apart')).toEqual(['citizen.bothHaveFiles']);
    const asked = hears(hears(freshConversation('hi'), own).conversation, start);
    expect(keys(asked)).toEqual(['talk.welcome']);
  });

  it('is asked for once more when somebody asks after what he filed, and then no more', () => {
    const tracked = (before: Turn['conversation'], applications: readonly Standing[]): Turn =>
      nextTurn(before, { type: 'tracked', applications }, context(true));
    const none = tracked(freshConversation('hi'), []);
    expect(keys(none)).toEqual(['application.none', 'talk.shareNumber.elsewhere']);
    expect(keys(tracked(none.conversation, []))).toEqual(['application.none']);
    const some = tracked(none.conversation, [filed]);
    expect(keys(some).at(-1)).toBe('talk.shareNumber.tracking');
    expect(some.replies.at(-1)?.asksNumber).toBe(true);
    expect(keys(tracked(some.conversation, [filed]))).not.toContain('talk.shareNumber.tracking');
    const known = hears(freshConversation('hi'), { type: 'contact', phones: ['+910000000001'], isOwn: true });
    expect(keys(tracked(known.conversation, []))).toEqual(['application.none']);
  });
});
