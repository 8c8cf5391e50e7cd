import { serviceKey } from '../catalogue/catalogue.ts';
import type { Answer, Question } from '../catalogue/service-definition.ts';
import type { ServiceId } from '../shared/ids.ts';
import { type PhraseValue, phrase } from '../shared/phrase.ts';
import { isDate } from '../shared/time.ts';
import { maskName, maskNumber } from './mask.ts';

/** A canonical answer as it is shown back: a date with its weekday, money grouped, a choice by its words, numbers of people masked. */
export function describeAnswer(service: ServiceId, question: Question, answer: Answer): PhraseValue {
  if (answer === '') return { phrase: phrase('form.passedOver') };
  const masked = maskAnswer(question, answer);
  if (masked !== undefined) return masked;
  switch (question.type) {
    case 'date':
      return isDate(answer) ? { date: answer, withWeekday: true } : answer;
    case 'slot':
      return {
        phrase: phrase('booking.slot', {
          day: { date: answer.slice(0, 10), withWeekday: true },
          time: answer.slice(11),
        }),
      };
    case 'money':
      return /^\d{1,15}$/.test(answer) ? { money: { paise: Number(answer) } } : answer;
    case 'number':
      return /^-?\d{1,15}(\.\d+)?$/.test(answer) ? Number(answer) : answer;
    case 'choice':
      return { phrase: phrase(serviceKey.choice(service, question.id, answer)) };
    case 'multi-choice':
      return {
        list: answer.split(',').map((each) => ({ phrase: phrase(serviceKey.choice(service, question.id, each)) })),
      };
    case 'yes-no':
      return { phrase: phrase(answer === 'yes' ? 'form.yes' : 'form.no') };
    default:
      return answer;
  }
}

/** An answer as it is repeated where it is not shown whole; absent where it is. */
export const maskAnswer = (question: Question, answer: Answer): string | undefined =>
  isMasked(question) ? (question.type === 'person-name' ? maskName(answer) : maskNumber(answer)) : undefined;

/** Choices, dates and amounts stay readable even when sensitive: masked they could not be checked by the citizen. */
function isMasked({ type, of: kind, sensitive }: Question): boolean {
  if (type === 'phone' || type === 'account-number' || kind === 'aadhaar') return true;
  return sensitive === true && ['id-number', 'person-name', 'email'].includes(type);
}
