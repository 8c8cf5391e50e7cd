import { describe, expect, it } from 'vitest';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { command } from '#domain/conversation/commands.ts';
import { SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const now = '2026-11-23T05:00:00.000Z';
const said = (text: string) => ({ type: 'heard', content: { type: 'text', text } }) as const;
const tapped = (id: string) => ({ type: 'heard', content: { type: 'choice', id } }) as const;

/** At the summary of a marriage with three dates in it. */
function atSummary(): SimulatedTalk {
  const talk = new SimulatedTalk('en', now);
  talk.hear(tapped(command.apply('marriage-registration')));
  talk.hear(tapped(command.consentGive));
  const { form } = talk.conversation;
  if (!form) throw new Error('no form was begun');
  const dates = { marriage_date: '2026-03-05', groom_dob: '1995-01-10', bride_dob: '1997-02-11' };
  talk.conversation = { ...talk.conversation, form: { ...form, answers: dates, asking: { what: 'summary' } } };
  return talk;
}
const label = translator.say({ key: serviceKey.label('marriage-registration', 'marriage_date') }, 'en');
const answersOf = (talk: SimulatedTalk) => talk.conversation.form?.answers;

describe('a date put right where several were told', () => {
  it('changes nothing before it is said which one is meant', () => {
    const talk = atSummary();
    const before = answersOf(talk);
    const [asked] = talk.hear(said('no, 7 March'));
    expect(answersOf(talk)).toEqual(before);
    expect(asked?.choices?.length).toBeGreaterThan(2);
    const [first] = asked?.choices ?? [];
    talk.hear(tapped(first?.id ?? ''));
    const changed = Object.entries(answersOf(talk) ?? {}).filter(([id, answer]) => before?.[id] !== answer);
    expect(changed).toHaveLength(1);
    expect(changed[0]?.[1]).toMatch(/-03-07$/);
  });

  it('is left alone when it was none of them', () => {
    const talk = atSummary();
    const before = answersOf(talk);
    const [asked] = talk.hear(said('no, 7 March'));
    talk.hear(tapped(asked?.choices?.at(-1)?.id ?? ''));
    expect(answersOf(talk)).toEqual(before);
  });

  it('is changed at once where it is named', () => {
    const talk = atSummary();
    talk.hear(said(`${label} is wrong, it was 7 March`));
    expect(answersOf(talk)).toMatchObject({ marriage_date: '2026-03-07', groom_dob: '1995-01-10' });
  });

  it('is asked about while a day was not said in full', () => {
    const talk = atSummary();
    const [asked] = talk.hear(said(`${label} is wrong, it was yesterday`));
    expect(answersOf(talk)).toMatchObject({ marriage_date: '2026-03-05' });
    talk.hear(tapped(asked?.choices?.[0]?.id ?? ''));
    expect(answersOf(talk)).toMatchObject({ marriage_date: '2026-11-22' });
  });
});
