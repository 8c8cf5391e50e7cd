import { describe, expect, it } from 'vitest';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { correctable, correctedAnswers } from '#domain/service-application/corrections.ts';
import { CorrectionUnfit, NothingCorrected } from '#domain/service-application/errors.ts';
import { catalogue } from '#test/kit/dialogue.ts';

const TODAY = '2026-03-05';
const births = catalogue.find('birth-certificate') as ServiceDefinition;
const answers = { child_dob: '2026-03-01', child_gender: 'female', mother_name: 'Mira Invented', copies: '2' };
const corrected = (given: Record<string, string>) => correctedAnswers(births, answers, given, TODAY);

describe('a correction of an issued document', () => {
  it('may put right what was answered, and nothing that was not asked', () => {
    const ids = correctable(births, answers).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['child_dob', 'child_gender', 'mother_name']));
    expect(ids).not.toContain('father_name');
    expect(() => corrected({ father_name: 'Rakesh Invented' })).toThrow(CorrectionUnfit);
    expect(() => corrected({ fee: '0' })).toThrow(CorrectionUnfit);
  });

  it('changes what it names and leaves the rest', () => {
    expect(corrected({ mother_name: 'Meera Invented' })).toEqual({ ...answers, mother_name: 'Meera Invented' });
  });

  it.each([{ mother_name: '' }, { mother_name: 'M33ra' }, { child_dob: '2099-01-01' }, { child_gender: 'girl' }])(
    'fits the questions: %j does not',
    (given) => expect(() => corrected(given)).toThrow(CorrectionUnfit),
  );

  it('corrects something', () => {
    expect(() => corrected({})).toThrow(NothingCorrected);
    expect(() => corrected({ mother_name: answers.mother_name })).toThrow(NothingCorrected);
  });
});
