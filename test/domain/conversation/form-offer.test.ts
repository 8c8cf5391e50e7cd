import { beforeEach, describe, expect, it } from 'vitest';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const NOW = '2026-03-05T04:30:00.000Z';

describe('the form that a channel has beside the talk', () => {
  let talk: SimulatedTalk;
  const says = (text: string) => talk.hear({ type: 'heard', content: { type: 'text', text } });
  const isOffered = (said: ReturnType<typeof says>) => said.some(({ form }) => form !== undefined);
  const begin = () => {
    talk.hear({ type: 'heard', content: { type: 'choice', id: 'service/driving-licence-duplicate/apply' } });
    return talk.hear({ type: 'heard', content: { type: 'choice', id: 'consent/give' } });
  };
  beforeEach(() => {
    talk = new SimulatedTalk('en', NOW);
    talk.hasForms = true;
  });

  it('is offered once at the beginning, and not where there is none', () => {
    expect(isOffered(begin())).toBe(true);
    expect(isOffered(says('torn'))).toBe(false);
    talk = new SimulatedTalk('en', NOW);
    expect(isOffered(begin())).toBe(false);
  });

  it('is not asked about once more in the chat: who leaves it there is asked what is still open', () => {
    begin();
    const applicationId = talk.conversation.form?.applicationId ?? '';
    const answers = { reason: 'torn', dl_no: 'DL0420110149646', applicant_name: 'Ravi', date_of_birth: '1985-04-12' };
    talk.hear({ type: 'filled', applicationId, answers, papers: [] });
    says('hello');
    expect(talk.conversation.form?.asking).toMatchObject({ what: 'question', question: 'present_address' });
    expect(talk.conversation.form?.answers).toMatchObject(answers);
  });

  it('leaves the answer to whoever writes it in the chat all the same', () => {
    begin();
    const applicationId = talk.conversation.form?.applicationId ?? '';
    talk.hear({ type: 'filled', applicationId, answers: { reason: 'torn' }, papers: [] });
    says('stolen');
    expect(talk.conversation.form).toMatchObject({ answers: { reason: 'stolen' }, asking: { question: 'dl_no' } });
  });

  it('is offered again when the one that was sent can no longer be opened, to who comes back to the rest', () => {
    begin();
    talk.now = '2026-03-06T04:29:00.000Z';
    expect(isOffered(says('torn'))).toBe(false);
    talk.now = '2026-03-06T04:31:00.000Z';
    expect(isOffered(says('hello'))).toBe(true);
    expect(isOffered(says('hello'))).toBe(false);
  });
});
