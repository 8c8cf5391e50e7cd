import { beforeEach, describe, expect, it } from 'vitest';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { command } from '#domain/conversation/commands.ts';
import { catalogue, SimulatedTalk } from '#test/kit/dialogue.ts';

const SERVICE = 'sanitation-complaint';
let talk: SimulatedTalk;

const taps = (id: string) => shown(talk.hear({ type: 'heard', content: { type: 'choice', id } }));
const says = (text: string) => shown(talk.hear({ type: 'heard', content: { type: 'text', text } }));
const shown = (messages: readonly Parameters<SimulatedTalk['shown']>[0][]) =>
  messages.map((each) => talk.shown(each)).join('\n');
const asked = () => {
  const asking = talk.conversation.form?.asking;
  return asking?.what === 'question' ? asking.question : asking?.what;
};

function change(to: (service: ServiceDefinition) => Partial<ServiceDefinition>): void {
  const services = catalogue.services.map((each) =>
    each.id === SERVICE ? { ...each, ...to(each), version: '2099-01-01' } : each,
  );
  talk.catalogue = catalogueOf(services, catalogue.noticeVersion);
}

const CHANGED = /rules of this service have changed/;

beforeEach(() => {
  talk = new SimulatedTalk('en', '2026-11-23T05:00:00.000Z');
  taps(command.apply(SERVICE));
  taps(command.consentGive);
  taps(command.answer('complaint_type', 'drain'));
});

describe('a definition that changes under a talk', () => {
  it('is told of once, and a question that came new is asked', () => {
    change(({ questions }) => ({ questions: [...questions, { id: 'ward_no', type: 'number', min: 1, max: 250 }] }));
    expect(says('Gali 4, Karol Bagh, Delhi 110005')).toMatch(CHANGED);
    expect(says('no')).not.toMatch(CHANGED);
    expect(Object.keys(talk.conversation.form?.answers ?? {})).toContain('complaint_type');
  });

  it('goes on with the next question when the one that was asked is gone', () => {
    const gone = asked();
    change(({ questions }) => ({ questions: questions.filter(({ id }) => id !== gone) }));
    const said = says('Gali 4, Karol Bagh, Delhi 110005');
    expect(said).toMatch(CHANGED);
    expect(asked()).not.toBe(gone);
  });

  it('asks again what was answered by a choice that is no more', () => {
    change(({ questions }) => ({
      questions: questions.map((each) =>
        each.id === 'complaint_type'
          ? { ...each, choices: each.choices?.filter((value) => value !== 'drain') ?? [] }
          : each,
      ),
    }));
    says('Gali 4, Karol Bagh, Delhi 110005');
    expect(talk.conversation.form?.answers).not.toHaveProperty('complaint_type');
    expect(asked()).toBe('complaint_type');
  });

  it('says at once when a rule that came new stands in the way', () => {
    change(() => ({ rules: [{ id: 'local_body', when: "complaint_type != 'drain'", otherwise: 'block' }] }));
    says('Gali 4, Karol Bagh, Delhi 110005');
    expect(asked()).toBe('blocked');
  });

  it('ends the form with a word when the service is gone', () => {
    talk.catalogue = catalogueOf(
      catalogue.services.filter(({ id }) => id !== SERVICE),
      catalogue.noticeVersion,
    );
    expect(says('Gali 4, Karol Bagh')).toMatch(/not offered here any more/);
    expect(talk.conversation.form).toBeUndefined();
  });
});
