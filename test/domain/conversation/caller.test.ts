import { describe, expect, it } from 'vitest';
import { SimulatedTalk } from '#test/kit/dialogue.ts';
import { NOW } from '#test/kit/fakes.ts';

/** Somebody who has rung, and was answered. */
function aCaller(): SimulatedTalk {
  const talk = new SimulatedTalk('hi', NOW);
  talk.conversation = { ...talk.conversation, optIn: { source: 'missed-call', at: NOW } };
  talk.hear({ type: 'heard', content: { type: 'missed-call' } });
  return talk;
}
const says = (talk: SimulatedTalk, text: string) => talk.hear({ type: 'heard', content: { type: 'text', text } });

describe('a missed call', () => {
  it('is answered with who writes and the languages, by their own names', () => {
    const [asked] = aCaller().said;
    expect(asked?.text).toEqual({ key: 'language.greetCaller' });
    expect(asked?.choices?.slice(0, 2).map(({ id }) => id)).toEqual(['language/hi', 'language/en']);
  });

  it.each([
    ['2', 'en'],
    ['२', 'en'],
    ['English', 'en'],
    ['angrezi', 'en'],
    ['अंग्रेजी में', 'en'],
    ['hindi', 'hi'],
    ['3', 'hi-Latn'],
    ['punjabi', 'pa'],
  ])('and %j after it set the language, and the talk begins in it', (text, language) => {
    const talk = aCaller();
    expect(says(talk, text)).toMatchObject([{ text: { key: 'talk.welcome' } }]);
    expect(talk.conversation).toMatchObject({ language, languageChosen: true });
  });

  it('and a wish after it is heard, though no language was chosen', () => {
    const talk = aCaller();
    const [answer] = says(talk, 'status');
    expect(answer?.text).not.toEqual({ key: 'language.greetCaller' });
    expect(talk.conversation.languageChosen).toBe(false);
  });

  it('of one whose language is known opens the menu, and in a form asks the open question again', () => {
    const talk = aCaller();
    says(talk, '2');
    expect(talk.hear({ type: 'heard', content: { type: 'missed-call' } })).toMatchObject([
      { text: { key: 'talk.welcome' } },
    ]);
    talk.hear({ type: 'heard', content: { type: 'choice', id: 'service/birth-certificate/apply' } });
    const again = talk.hear({ type: 'heard', content: { type: 'missed-call' } });
    expect(JSON.stringify(again)).not.toContain('talk.welcome');
  });
});
