import { describe, expect, it } from 'vitest';
import { languages } from '#config/languages.ts';
import { command } from '#domain/conversation/commands.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { catalogue, SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const NOW = '2026-11-25T05:00:00.000Z';

const resolved: Extract<TalkEvent, { type: 'resolved' }> = {
  type: 'resolved',
  application: {
    id: 'application-9',
    serviceId: 'sanitation-complaint',
    kind: 'complaint',
    acknowledgementNumber: 'MCD-26-1-4',
    status: 'resolved',
    filedAt: NOW,
    dueOn: '2026-11-30',
    since: NOW,
  },
  note: 'Done',
};

const heard = (text: string): TalkEvent => ({ type: 'heard', content: { type: 'text', text } });
const wishesAfter = (talk: SimulatedTalk, text: string): readonly string[] => {
  const before = talk.wishes.length;
  talk.hear(heard(text));
  return talk.wishes.slice(before).map(({ type }) => type);
};

describe.each(languages.map(({ code }) => code))('a yes or a no in %s', (language) => {
  const word = (key: string): string => translator.say({ key }, language);
  const asked = (event: TalkEvent): SimulatedTalk => {
    const talk = new SimulatedTalk(language, NOW);
    talk.hear(event);
    return talk;
  };
  const tapped = (id: string): SimulatedTalk => asked({ type: 'heard', content: { type: 'choice', id } });

  it('says whether a complaint was put right', () => {
    expect(wishesAfter(asked(resolved), word('form.yes'))).toEqual(['confirm-resolved']);
    expect(wishesAfter(asked(resolved), word('form.no'))).toEqual(['reopen']);
    expect(wishesAfter(asked(resolved), '👍')).toEqual(['confirm-resolved']);
    expect(wishesAfter(asked(resolved), '👎')).toEqual(['reopen']);
  });

  it('answers "are you sure?", and a no does nothing of it', () => {
    for (const [sure, wished] of [
      [command.dataWithdraw, 'withdraw-consent'],
      [command.dataErase, 'erase'],
      [command.withdraw('application-9'), 'withdraw-application'],
      [command.bookingCancel('application-9'), 'cancel-booking'],
    ] as const) {
      expect(wishesAfter(tapped(sure), word('form.yes'))).toContain(wished);
      const leaving = tapped(sure);
      expect(wishesAfter(leaving, word('form.no'))).not.toContain(wished);
      expect(
        leaving.said
          .slice(-1)
          .map((each) => leaving.shown(each))
          .join(),
      ).not.toContain(translator.say({ key: 'talk.nothingAsked' }, language));
    }
  });
});

it('answers no question of a form after news that asks nothing: the question comes again', () => {
  const service = catalogue.services.find(({ questions }) => questions.some(({ type }) => type === 'yes-no'));
  const question = service?.questions.find(({ type }) => type === 'yes-no');
  if (!service || !question) throw new Error('no service asks a yes or a no');
  const talk = new SimulatedTalk('en', NOW);
  talk.conversation = {
    ...talk.conversation,
    consents: { [service.id]: 'notice-1' },
    form: {
      applicationId: 'application-1',
      serviceId: service.id,
      version: service.version,
      answers: {},
      papers: {},
      papersSkipped: [],
      asking: { what: 'question', question: question.id, tries: 0 },
      step: 1,
      startedAt: NOW,
    },
  };
  talk.hear({ type: 'rejected', application: resolved.application, reason: 'Unreadable' });
  talk.hear(heard('yes'));
  expect(talk.conversation.form?.answers).toEqual({});
  talk.hear(heard('yes'));
  expect(talk.conversation.form?.answers).toEqual({ [question.id]: 'yes' });
});
