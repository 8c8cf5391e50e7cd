import { describe, expect, it } from 'vitest';
import { command } from '#domain/conversation/commands.ts';
import type { PaperEvent } from '#domain/conversation/event.ts';
import type { InboundContent, MediaRef } from '#domain/conversation/message.ts';
import { SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const photo: MediaRef = { ref: 'media-1', kind: 'image', mime: 'image/jpeg' };

/** A talk in which an officer has asked something, and the answer is awaited. */
function asked(): SimulatedTalk {
  const talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
  talk.conversation = {
    ...talk.conversation,
    query: {
      applicationId: 'a-1',
      acknowledgementNumber: 'MCD-1',
      question: 'Which house?',
      isAsked: true,
      papers: [],
    },
  };
  return talk;
}
const hears = (talk: SimulatedTalk, content: InboundContent) => talk.hear({ type: 'heard', content });
const sends = (talk: SimulatedTalk): string => {
  hears(talk, { type: 'media', media: photo });
  return talk.conversation.query?.papers.at(-1) ?? '';
};
const told = (talk: SimulatedTalk, event: PaperEvent) => talk.hear(event).map(({ text }) => translator.say(text, 'en'));
const unusable = (paperId: string, problem: 'tooLarge' | 'notAPaper'): PaperEvent => ({
  type: 'paper-read',
  paperId,
  reading: { quality: 'unusable', facts: {}, problems: [problem] },
});

describe('a paper in answer to an officer', () => {
  it.each([
    ['tooLarge', /too large.*under 5 MB/],
    ['notAPaper', /photo or PDF/],
  ] as const)(
    'that is %s is not sent to him: what to send instead is said, and he is asked again',
    (problem, words) => {
      const talk = asked();
      const said = told(talk, unusable(sends(talk), problem));
      expect(said[0]).toMatch(words);
      expect(said.at(-1)).toContain('Which house?');
      expect(talk.conversation.query).toMatchObject({ papers: [], isAsked: true });
      expect(talk.conversation.query).not.toHaveProperty('draft');
    },
  );

  it('leaves what else was said in the answer as it is', () => {
    const talk = asked();
    hears(talk, { type: 'text', text: 'House number 12 in the third lane' });
    const [kept, lost] = [sends(talk), sends(talk)];
    told(talk, { type: 'paper-lost', paperId: lost });
    expect(talk.conversation.query).toMatchObject({ papers: [kept], draft: 'House number 12 in the third lane' });
    hears(talk, { type: 'choice', id: command.querySend });
    expect(talk.wishes.at(-1)).toMatchObject({ type: 'answer-query', papers: [kept] });
  });
});

describe('a file that the provider itself finds too large', () => {
  it('is answered with what to send instead, up to the limit of this installation', () => {
    const talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
    talk.mostMegabytes = 7;
    const [said] = hears(talk, { type: 'unsupported', what: 'too-large' });
    expect(said && translator.say(said.text, 'en')).toMatch(/too large.*under 7 MB/);
  });
});
