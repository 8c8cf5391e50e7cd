import { describe, expect, it } from 'vitest';
import { languages } from '#config/languages.ts';
import { command } from '#domain/conversation/commands.ts';
import { nextTurn } from '#domain/conversation/dialogue.ts';
import type { Outcome, TalkEvent } from '#domain/conversation/event.ts';
import type { TurnContext } from '#domain/conversation/turn.ts';
import { catalogue, SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const now = '2026-03-23T05:00:00.000Z';
const context: TurnContext = {
  ...{ now, catalogue, languages, freshId: 'id-1', mostMegabytes: 5 },
  words: (key) => translator.of(key),
};
const text = (said: string): TalkEvent => ({ type: 'heard', content: { type: 'text', text: said } });

/** What is kept of a turn, as an officer reads it. */
const kept = (talk: SimulatedTalk, event: TalkEvent | Outcome) => {
  const { said } = nextTurn(talk.conversation, event, context);
  return said.map(({ said: words, ...line }) => ({ ...line, said: translator.say(words, 'en') }));
};
const aTalk = () => new SimulatedTalk('en', now);

describe('what is kept of a turn for a person who may be called', () => {
  it('is what both said, when, and of which service', () => {
    const talk = aTalk();
    talk.hear({ type: 'heard', content: { type: 'choice', id: command.apply('birth-certificate') } });
    const [first, ...answers] = kept(talk, text('yes'));
    expect(first).toEqual({ by: 'citizen', said: 'yes', at: now, purpose: 'birth-certificate' });
    expect(answers.map(({ by, purpose }) => [by, purpose])).toContainEqual(['us', 'birth-certificate']);
  });

  it('is what was tapped, and what was sent, by name', () => {
    const talk = aTalk();
    talk.hear(text('namaste'));
    const offered = talk.conversation.offered?.[0];
    expect(kept(talk, { type: 'heard', content: { type: 'choice', id: offered?.id ?? '' } })[0]).toMatchObject({
      by: 'citizen',
      said: translator.say({ key: offered?.key ?? '' }, 'en'),
    });
    const media = { ref: 'r', kind: 'image', mime: 'image/jpeg' } as const;
    expect(kept(talk, { type: 'heard', content: { type: 'media', media } })[0]?.said).toBe('Photo');
  });

  it('shows long numbers by their last digits, in words and in contacts', () => {
    expect(kept(aTalk(), text('mera aadhaar 2345 6789 0124 hai'))[0]?.said).toMatch(/^mera aadhaar \D+0124 hai$/);
    const contact = { type: 'heard', content: { type: 'contact', phones: ['+910000000001'] } } as const;
    expect(kept(aTalk(), contact)[0]?.said).not.toContain('+910000000001');
  });

  it('shows a sensitive answer masked, as it is shown back to the citizen', () => {
    const talk = aTalk();
    talk.hear({ type: 'heard', content: { type: 'choice', id: command.apply('birth-certificate') } });
    talk.hear(text('yes'));
    const { form } = talk.conversation;
    if (!form) throw new Error('no form is open');
    const asking = { what: 'question', question: 'aadhaar_ref', tries: 0 } as const;
    talk.conversation = { ...talk.conversation, form: { ...form, asking } };
    expect(kept(talk, text('2345 67'))[0]?.said).not.toContain('2345');
  });

  it('belongs to the talk with a person where it was said to him, or by him', () => {
    const talk = aTalk();
    talk.conversation = { ...talk.conversation, person: { handoverId: 'talk-1', isHere: true } };
    expect(kept(talk, text('kaagaz kho gaya'))).toEqual([
      { by: 'citizen', said: 'kaagaz kho gaya', at: now, handover: 'talk-1' },
    ]);
    expect(kept(talk, { type: 'officer-said', handoverId: 'talk-1', text: 'Kal aaiye' })).toEqual([
      { by: 'officer', said: 'Kal aaiye', at: now, handover: 'talk-1' },
    ]);
  });

  it('is no code by which somebody could go on as this citizen, and nothing of a note before it is confirmed', () => {
    expect(kept(aTalk(), { type: 'linked', code: 'EK-34AC-DEFG', minutes: 10 })).toEqual([]);
    const talk = aTalk();
    talk.conversation = { ...talk.conversation, voice: { noteId: 'note-1' } };
    expect(kept(talk, { type: 'transcribed', noteId: 'note-1', text: 'beti hui hai' })).toEqual([]);
  });

  it('is nothing of an answer to an officer, which stands in the file', () => {
    const talk = aTalk();
    const query = { applicationId: 'a-1', acknowledgementNumber: 'MCD-1', question: 'Which house?', papers: [] };
    talk.conversation = { ...talk.conversation, query: { ...query, isAsked: true } };
    expect(kept(talk, text('House 12'))).toEqual([]);
  });
});
