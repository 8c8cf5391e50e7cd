import { beforeEach, describe, expect, it } from 'vitest';
import { command } from '#domain/conversation/commands.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { catalogue, SimulatedTalk } from '#test/kit/dialogue.ts';

const SERVICE = 'hospital-appointment';
let talk: SimulatedTalk;

beforeEach(() => {
  talk = new SimulatedTalk('hi-Latn', '2026-11-23T05:00:00.000Z');
  talk.conversation = { ...talk.conversation, hasFiled: true, consents: { [SERVICE]: catalogue.noticeVersion } };
  talk.filed = {
    number: 'WCD-26-1000001-4',
    answers: { applicant_name: 'Sunita Devi', date_of_birth: '1984-02-10', gender: 'female', hospital: 'not here' },
  };
});

const taps = (id: string) => talk.hear({ type: 'heard', content: { type: 'choice', id } });
const says = (text: string) => talk.hear({ type: 'heard', content: { type: 'text', text } });
const shown = (messages: readonly OutboundMessage[]) => messages.map((each) => talk.shown(each)).join('\n');

describe('what a citizen told in an earlier application', () => {
  it('is not shown before he says for whom he asks, and that it may be used', () => {
    const asked = shown(taps(command.apply(SERVICE)));
    expect(asked).toContain('[Mere liye, le lein] [Kisi aur ke liye]');
    expect(asked).not.toContain('Sunita');
    expect(talk.wishes.map(({ type }) => type)).not.toContain('recall');
  });

  it('is shown once to be confirmed, and then not asked for', () => {
    taps(command.apply(SERVICE));
    const found = shown(says('haan'));
    expect(found).toMatch(/WCD-26-1000001-4 se:\n[\s\S]*Sunita Devi/);
    expect(talk.wishes).toContainEqual(expect.objectContaining({ type: 'give-consent', purpose: 'reuse' }));
    expect(shown(says('naam galat hai, Sunita Kumari hai'))).toContain('Sunita Kumari');
    says('haan');
    expect(talk.conversation.form?.answers).toEqual(
      expect.objectContaining({ applicant_name: 'Sunita Kumari', date_of_birth: '1984-02-10', gender: 'female' }),
    );
    expect(talk.conversation.form?.answers).not.toHaveProperty('hospital');
  });

  it('stays where it is when the form is for somebody else, or he would rather be asked', () => {
    for (const answer of [command.reuse('other'), command.reuse('no')]) {
      const { form: _before, ...rest } = talk.conversation;
      talk.conversation = rest;
      taps(command.apply(SERVICE));
      taps(answer);
      expect(talk.conversation.form?.asking.what).toBe('question');
      expect(talk.conversation.form?.answers).toEqual({});
    }
  });
});
