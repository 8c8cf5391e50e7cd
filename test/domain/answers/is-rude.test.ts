import { describe, expect, it } from 'vitest';
import abuse from '#config/language/abuse.json' with { type: 'json' };
import { insultsFrom, isRude } from '#domain/answers/is-rude.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';

const insults = insultsFrom(abuse.words);

describe('an insult', () => {
  it.each(['bakwas band karo', 'तुम सब निकम्मे हो', 'You are IDIOTS', 'saale kutte'])('is known: %s', (text) => {
    expect(isRude(text, insults)).toBe(true);
  });

  it.each(['kutte ne kaat liya', 'मेरा साला', 'sale deed', 'gali mein gadhe hain', 'MC Donald'])(
    'is not: %s',
    (text) => {
      expect(isRude(text, insults)).toBe(false);
    },
  );

  it('is nothing that can be chosen anywhere', () => {
    const offered = catalogue.services.flatMap(({ id, questions }) =>
      questions.flatMap((question) =>
        (question.choices ?? []).flatMap((value) => translator.of(`services.${id}.choices.${question.id}.${value}`)),
      ),
    );
    expect(offered.filter((label) => isRude(label, insults))).toEqual([]);
  });
});
