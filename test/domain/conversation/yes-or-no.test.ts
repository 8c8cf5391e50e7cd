import { describe, expect, it } from 'vitest';
import { languages } from '#config/languages.ts';
import { command } from '#domain/conversation/commands.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const NOW = '2026-11-25T05:00:00.000Z';

const resolved: TalkEvent = {
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
