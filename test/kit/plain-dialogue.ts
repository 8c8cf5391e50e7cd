import { languages } from '#config/languages.ts';
import { understandAnswer } from '#domain/answers/understand-answer.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { check } from '#domain/catalogue/check-answer.ts';
import { judge } from '#domain/catalogue/eligibility.ts';
import { questionsOf } from '#domain/catalogue/expand-list.ts';
import { answersAsFacts } from '#domain/catalogue/facts.ts';
import type { Answers, Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { command } from '#domain/conversation/commands.ts';
import type { TalkEvent } from '#domain/conversation/event.ts';
import { inHindi } from '#domain/conversation/language-talk.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import type { Language } from '#domain/shared/language.ts';
import { rupees } from '#domain/shared/money.ts';
import { type IsoDate, plusDays } from '#domain/shared/time.ts';
import { SimulatedTalk, translator } from './dialogue.ts';

/** More than any service asks. */
const MOST_STEPS = 160;

const TODAY: IsoDate = '2026-11-25';
const MORNING = `${TODAY}T05:30:00.000Z`;

/** Answers that must fit together, which nobody finds one by one. */
const chosenTexts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'health-card': { date_of_birth: '1/1/1950' },
  'solvency-certificate': { amount_needed: '2 lakh', 'properties.1.market_value': '5 lakh', liabilities: '0' },
};

/** A talk that answers what it is asked, in words, from the first message to the end. */
export interface PlainDialogue {
  readonly talk: SimulatedTalk;
  /** What was said, as a transcript: C the citizen, E we. */
  readonly transcript: readonly string[];
  /** Whether a summary was shown before anything was filed. */
  readonly wasShown: boolean;
}

/**
 * Plays one service with somebody who answers plainly, and says nothing that its rules forbid; `chosen` are texts for
 * questions whose answers must fit together. `look` sees every screen. `sharesNumber`: by a channel that offers it, which he does not take up. @throws when it comes to no end
 */
export function playPlainly(
  service: ServiceDefinition,
  language: Language,
  chosen: Readonly<Record<string, string>> = chosenTexts[service.id] ?? {},
  look: (talk: SimulatedTalk, said: readonly OutboundMessage[]) => void = () => {},
  sharesNumber = false,
): PlainDialogue {
  const talk = new SimulatedTalk(language, MORNING);
  talk.sharesNumber = sharesNumber;
  const transcript: string[] = [];
  let wasShown = false;

  const say = (event: TalkEvent, shown: string | undefined, isFirst = false): void => {
    if (shown !== undefined) transcript.push(`C: ${shown}`);
    const intent = { type: 'service', service: service.id, act: service.kind === 'payment' ? 'pay' : 'apply' } as const;
    const meaning = isFirst
      ? ({ intent, band: 'act', confidence: 1, alternatives: [{ intent, confidence: 1 }] } as const)
      : undefined;
    const heard = talk.hear(event, meaning);
    look(talk, heard);
    wasShown ||= talk.conversation.form?.asking.what === 'summary';
    transcript.push(...heard.map((message) => `E: ${talk.shown(message).replaceAll('\n', '\n   ')}`));
  };
  const type = (text: string, isFirst = false): void =>
    say({ type: 'heard', content: { type: 'text', text } }, text, isFirst);
  const happen = (event: TalkEvent): void => say(event, undefined);
  const tap = (id: string): void => say({ type: 'heard', content: { type: 'choice', id } }, `(tap) ${id}`);

  type(translator.say({ key: serviceKey.name(service.id) }, language), true);
  for (let step = 0; step < MOST_STEPS && talk.conversation.form; step += 1) {
    const { asking, answers } = talk.conversation.form;
    switch (asking.what) {
      case 'consent':
      case 'facts':
      case 'summary':
        type(language === 'hi' ? 'हाँ' : 'yes');
        break;
      case 'paper':
        say({ type: 'heard', content: photo }, '(photo)');
        break;
      case 'reading':
        happen({
          type: 'paper-read',
          paperId: asking.paperId,
          reading: { quality: 'good', facts: {}, problems: [] },
        });
        break;
      case 'bill':
        happen({ type: 'bill', account: talk.conversation.form.bill?.account ?? accountOf(service, answers), bill });
        break;
      case 'bill-confirmation':
        tap(command.billPay('full'));
        break;
      case 'question': {
        if (asking.unsure !== undefined) type(language === 'hi' ? 'हाँ' : 'yes');
        else answer(asking.question);
        break;
      }
      default:
        throw new Error(`${service.id} asks for ${asking.what}, and nobody knows what to answer`);
    }
  }
  if (talk.conversation.form) throw new Error(`${service.id} comes to no end:\n${transcript.slice(-12).join('\n')}`);
  return { talk, transcript, wasShown };

  function answer(id: string): void {
    const answers = talk.conversation.form?.answers ?? {};
    const question = questionsOf(service, answers).find((each) => each.id === id);
    const text = chosen[id] ?? (question && fittingText(service, question, answers, language));
    if (text !== undefined) return type(text);
    const offered = talk.said.at(-1)?.choices ?? [];
    const [first] = offered;
    if (!first) throw new Error(`${service.id} asks ${id}, and nothing fits:\n${transcript.slice(-4).join('\n')}`);
    tap(first.id);
  }
}

const photo = {
  type: 'media',
  media: { ref: 'media', mime: 'image/jpeg', kind: 'image' },
} as const;

const bill = {
  owner: 'A***a',
  address: 'House 1',
  total: rupees(100),
  demands: [{ id: 'd1', period: '2026-27', amount: rupees(100), dueOn: '2027-03-31' }],
};

const accountOf = ({ dues }: ServiceDefinition, answers: Answers): string => answers[dues?.account ?? ''] ?? '';

/** The first of the texts that people might write which this question takes, and no rule forbids. */
function fittingText(
  service: ServiceDefinition,
  question: Question,
  answers: Answers,
  language: Language,
): string | undefined {
  const facts = answersAsFacts(service, answers, TODAY);
  const choices = optionsIn(service, question, answers);
  const readable = textsFor(service, question, answers, language).flatMap((text) => {
    const read = understandAnswer(question, inHindi(text, languages), { today: TODAY, language, choices, facts });
    if (!read.ok || check(question, read.answer, facts, TODAY)) return [];
    return [{ text, answer: read.answer }];
  });
  const allowed = readable.filter(({ answer }) => {
    const then = { ...answers, [question.id]: answer };
    return judge(service, answersAsFacts(service, then, TODAY), TODAY).blocking.length === 0;
  });
  return (allowed[0] ?? readable[0])?.text;
}

const valuesOf = ({ choices = [], choicesBy }: Question, answers: Answers): readonly string[] =>
  choicesBy ? (choicesBy.of[answers[choicesBy.question] ?? ''] ?? []) : choices;

const optionsIn = (service: ServiceDefinition, question: Question, answers: Answers) =>
  valuesOf(question, answers).map((value) => ({
    value,
    labels: translator.of(serviceKey.choice(service.id, question.id, value)),
  }));

/** Days from today: grown people first, then children, then what has just happened or is to come. */
const days = [-12_000, -1400, -24_000, -7400, -2500, -4000, -6000, -400, -200, -100, -10, -1, 0, 1, 2, 20, 60];
const numbers = [
  100, 40, 1, 2, 3, 5, 10, 20, 45, 60, 90, 500, 1000, 2000, 5000, 50_000, 150_000, 400_000, 0, 1_000_000,
];
const idNumbers = [
  ...['234567890124', 'ABCDE1234F', 'SBIN0001234', 'DL0420110012345', 'DL8CAB1234', 'ABC1234567', 'A1234567'],
  ...['07ABCDE1234F1Z5', 'DL1234567890123456', '12345678901234', '123456789012345', '1234567890', '123456789012'],
  ...['123456789', 'IN-DL12345678901234A', 'MA3EUA61S00123456', '12345', 'A1234', '1234'],
];

/** What somebody might write to such a question, the likeliest first. */
function textsFor(
  service: ServiceDefinition,
  question: Question,
  answers: Answers,
  language: Language,
): readonly string[] {
  const isHindi = language === 'hi';
  switch (question.type) {
    case 'person-name':
      return [isHindi ? 'आशा वर्मा' : 'Asha Verma'];
    case 'text':
      return [isHindi ? 'करोल बाग' : 'Karol Bagh', ...idNumbers];
    case 'long-text':
      return [isHindi ? 'पिछले हफ़्ते से यही हाल है, कोई नहीं आया' : 'It has been so since last week, nobody came'];
    case 'address':
      return [isHindi ? 'मकान 12, गली 3, करोल बाग, 110005' : 'House 12, Gali 3, Karol Bagh, 110005'];
    case 'location':
      return [isHindi ? 'गली 3, करोल बाग' : 'Gali 3, Karol Bagh'];
    case 'date':
      return days.map((count) => dateText(plusDays(TODAY, count), language));
    case 'number':
    case 'money':
      return [...numbers, question.min ?? 1, question.max ?? 1].map(String);
    case 'yes-no':
      return isHindi ? ['नहीं', 'हाँ'] : ['no', 'yes'];
    case 'phone':
      return ['9876543210'];
    case 'email':
      return ['asha@example.org'];
    case 'choice':
    case 'multi-choice':
      return valuesOf(question, answers).map((value) =>
        translator.say({ key: serviceKey.choice(service.id, question.id, value) }, language),
      );
    case 'id-number':
    case 'account-number':
      return idNumbers;
    case 'slot':
    case 'list':
      return [];
  }
}

function dateText(day: IsoDate, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return `${date} ${translator.say({ key: `calendar.months.${month}` }, language)} ${year}`;
}
