import type { PhraseValues } from '../shared/phrase.ts';

/** Every way in which an answer may not fit its question; each is the key of a sentence that says what to do instead. */
export const answerProblems = [
  'answer.required',
  'answer.notADate',
  'answer.noSuchDate',
  'answer.dateIncomplete',
  'answer.dateInFuture',
  'answer.dateInPast',
  'answer.dateTooEarly',
  'answer.dateTooLate',
  'answer.notANumber',
  'answer.numberTooSmall',
  'answer.numberTooLarge',
  'answer.notAnAmount',
  'answer.amountTooSmall',
  'answer.amountTooLarge',
  'answer.amountForAYear',
  'answer.notInList',
  'answer.severalInList',
  'answer.noneWithOthers',
  'answer.tooFewChosen',
  'answer.tooManyChosen',
  'answer.notYesOrNo',
  'answer.yesAlone',
  'answer.mustBeYes',
  'answer.invalidPhone',
  'answer.invalidEmail',
  'answer.notAName',
  'answer.nameHasDigits',
  'answer.otherLetters',
  'answer.tooShort',
  'answer.tooLong',
  'answer.addressTooShort',
  'answer.wrongPin',
  'answer.notALocation',
  'answer.invalidAadhaar',
  'answer.invalidIdNumber',
  'answer.invalidAccountNumber',
  'answer.wrongFormat',
] as const;

export type AnswerProblemKey = (typeof answerProblems)[number];

/** Why an answer cannot be taken. `values` fill the gaps: `min`, `max`, `earliest`, `latest`; never the answer itself. */
export interface AnswerProblem {
  readonly key: AnswerProblemKey;
  readonly values: PhraseValues;
}

export const problem = (key: AnswerProblemKey, values: PhraseValues = {}): AnswerProblem => ({ key, values });
