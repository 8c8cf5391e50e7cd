import { describe, expect, it } from 'vitest';
import { command } from '#domain/conversation/commands.ts';
import { catalogue, SimulatedTalk } from '#test/kit/dialogue.ts';

const NOW = '2026-03-05T02:30:00.000Z';
const SERVICE = 'birth-certificate';

/** Somebody who sees the summary, and affirms it where there is one about the same thing already. */
function anAffirmation(key: string, details = {}): { talk: SimulatedTalk; said: string } {
  const talk = new SimulatedTalk('en', NOW);
  talk.refuses = { key, details };
  talk.conversation = {
    ...talk.conversation,
    consents: { [SERVICE]: 'notice-1' },
    languageChosen: true,
    form: {
      applicationId: 'application-1',
      serviceId: SERVICE,
      version: catalogue.find(SERVICE)?.version ?? '',
      answers: { child_dob: '2026-03-01', mother_name: 'Meera Invented' },
      papers: {},
      papersSkipped: [],
      asking: { what: 'summary' },
      step: 9,
      startedAt: NOW,
    },
  };
  return { talk, said: taps(talk, command.formSubmit) };
}

const taps = (talk: SimulatedTalk, id: string): string =>
  talk
    .hear({ type: 'heard', content: { type: 'choice', id } })
    .map((message) => talk.shown(message))
    .join('\n');
const submissions = (talk: SimulatedTalk) =>
  talk.wishes.flatMap((wish) => (wish.type === 'submit' ? [wish.submission] : []));

describe('a second one about the same thing', () => {
  it('is offered without a word of whose the first is, and filed with a reason', () => {
    const { talk, said } = anAffirmation('application.duplicateOfAnother');
    expect(said).toContain('sent by somebody else');
    expect(said).not.toMatch(/MCD-|Meera/);
    expect(taps(talk, command.formSecond('copy'))).toContain('MCD-26-1000001-4');
    expect(submissions(talk).map(({ knowingly }) => knowingly)).toEqual([undefined, 'copy']);
  });

  it('names the first where that is his own, and is not filed when he stops', () => {
    const { talk, said } = anAffirmation('application.duplicate', { acknowledgementNumber: 'MCD-26-1000009-4' });
    expect(said).toContain('MCD-26-1000009-4');
    taps(talk, command.formCancel);
    expect(submissions(talk)).toHaveLength(1);
    expect(talk.applications).toEqual([]);
  });

  it('is filed without a reason by a button of before', () => {
    const { talk } = anAffirmation('application.duplicate', { acknowledgementNumber: 'MCD-26-1000009-4' });
    taps(talk, 'form/submit-anyway');
    expect(submissions(talk).at(-1)?.knowingly).toBe('other');
  });
});
