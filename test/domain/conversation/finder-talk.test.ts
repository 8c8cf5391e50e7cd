import { describe, expect, it } from 'vitest';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const NOW = '2026-03-05T04:30:00.000Z';

function aFinder(): SimulatedTalk {
  const talk = new SimulatedTalk('en', NOW);
  talk.conversation = { ...talk.conversation, languageChosen: true, consents: { 'scheme-finder': 'notice-1' } };
  return talk;
}

const heard = (talk: SimulatedTalk, content: { type: 'text'; text: string } | { type: 'choice'; id: string }): string =>
  talk
    .hear({ type: 'heard', content })
    .map((message) => talk.shown(message))
    .join('\n');

/** Answers what is asked, by question, until nothing is. */
function answers(talk: SimulatedTalk, known: Readonly<Record<string, string>>): string {
  let said = heard(talk, { type: 'choice', id: 'service/scheme-finder/apply' });
  for (let asked = 0; asked < 9 && talk.conversation.form; asked += 1) {
    const { asking } = talk.conversation.form;
    const question = asking.what === 'question' ? asking.question : '';
    said = heard(talk, { type: 'text', text: known[question] ?? '1' });
  }
  return said;
}

describe('the scheme finder in the chat', () => {
  it('tells an old woman of her pension, what else hangs on what, and why others are not for her', () => {
    const talk = aFinder();
    const said = answers(talk, {
      age: '72',
      gender: 'female',
      situation: 'none',
      residence_years: '4',
      annual_family_income: '1',
      marital_status: 'married',
      social_category: 'general',
      gov_employee: 'no',
    });
    expect(talk.conversation.form).toBeUndefined();
    expect(said).toMatch(/do not fit, and why/);
    expect(said).toMatch(/Old age pension: ₹2,000/);
    expect(talk.said.at(-1)?.choices?.map(({ id }) => id)).toContain('service/old-age-pension/apply');
  });

  it('files nothing and keeps nothing', () => {
    const talk = aFinder();
    answers(talk, {});
    expect(talk.wishes.map(({ type }) => type).filter((type) => type === 'submit')).toEqual([]);
    expect(JSON.stringify(talk.conversation)).not.toMatch(/annual_family_income/);
  });
});
