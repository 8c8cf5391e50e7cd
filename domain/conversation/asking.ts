import { describeAnswer } from '../answers/describe-answer.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { feeOf } from '../catalogue/fee.ts';
import { answersThatApply, progressOf } from '../catalogue/questions.ts';
import type { PaperRequirement, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { isZero } from '../shared/money.ts';
import { lines, type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import type { Choice } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Says what the form waits for. `before` is said in the same message, such as why the last answer did not fit. */
export function askAgain(turn: TurnInHand, before?: Phrase): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return;
  const say = (
    text: Phrase,
    options: { choices?: readonly Choice[]; listTitle?: Phrase; asksLocation?: boolean } = {},
  ) => turn.say(before ? lines(before, text) : text, options);

  const { asking } = form;
  switch (asking.what) {
    case 'consent':
      return say(lines(phrase(serviceKey.intro(service.id)), phrase('consent.notice', serviceValues(service))), {
        choices: [
          choice(command.consentGive, 'consent.give'),
          choice(command.consentAbout, 'consent.about'),
          choice(command.consentRefuse, 'consent.refuse'),
        ],
      });
    case 'question':
      return askQuestion(turn, service, form, asking, say);
    case 'paper':
      return askPaper(service, form, asking, say);
    case 'reading':
      return say(phrase('paper.beingRead'));
    case 'facts':
      return say(
        lines(
          phrase('paper.found', { paper: { phrase: phrase(serviceKey.paper(service.id, asking.requirement)) } }),
          ...shownAnswers(service, asking.offered),
          phrase('paper.isItRight'),
        ),
        {
          choices: [choice(command.factsRight, 'paper.allRight'), choice(command.factsChange, 'paper.changeSomething')],
        },
      );
    case 'bill':
      return say(phrase('bill.beingFetched'));
    case 'bill-confirmation':
      return askBill(form, say);
    case 'summary':
      return askSummary(turn, service, form, say);
    case 'change':
      return say(phrase('form.whichToChange'), {
        choices: changeable(turn, service, form),
        listTitle: phrase('form.answers'),
      });
  }
}

type Say = (
  text: Phrase,
  options?: { choices?: readonly Choice[]; listTitle?: Phrase; asksLocation?: boolean },
) => void;

function askQuestion(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'question' }>,
  say: Say,
): void {
  const question = service.questions.find(({ id }) => id === asking.question);
  if (!question) return;
  if (asking.unsure !== undefined) {
    return say(phrase('form.didYouMean', { answer: describeAnswer(service.id, question, asking.unsure) }), {
      choices: [choice(command.answer(question.id, asking.unsure), 'form.yes'), choice(command.no, 'form.no')],
    });
  }
  const choices = choicesOf(service, question, form);
  say(
    phrase('form.step', {
      ...stepOf(turn, service, form),
      question: { phrase: phrase(serviceKey.ask(service.id, question.id)) },
    }),
    {
      ...(choices.length > 0 && { choices, listTitle: phrase('form.choose') }),
      ...(question.type === 'location' && { asksLocation: true }),
    },
  );
}

/** Where in the form we are, such as 3 of 7; a question that is asked again for a correction is not a step. */
function stepOf(turn: TurnInHand, service: ServiceDefinition, form: Form): { step: number; of: number } {
  const asked = { ...service, questions: service.questions.filter((question) => !question.quiet) };
  const { done, total } = progressOf(asked, form.answers, turn.today);
  return { step: Math.min(done + 1, total), of: total };
}

function choicesOf(service: ServiceDefinition, question: Question, form: Form): readonly Choice[] {
  const values = question.type === 'yes-no' ? ['yes', 'no'] : (question.choices ?? []);
  const label = (value: string): string =>
    question.type === 'yes-no' ? `form.${value}` : serviceKey.choice(service.id, question.id, value);
  return [
    ...values.map((value) => choice(command.answer(question.id, value), label(value))),
    ...(question.sameAs && form.answers[question.sameAs]
      ? [choice(command.same(question.id), 'form.sameAs', { other: labelOf(service, question.sameAs) })]
      : []),
    ...(question.optional ? [choice(command.skip(question.id), 'form.skip')] : []),
  ];
}

function askPaper(service: ServiceDefinition, _form: Form, asking: Extract<Asking, { what: 'paper' }>, say: Say): void {
  const paper = service.papers?.find(({ id }) => id === asking.requirement);
  if (!paper) return;
  const choices = [
    ...(mayBePassedOver(paper) ? [choice(command.paperSkip(paper.id), 'paper.skip')] : []),
    ...(asking.tries >= 2 && asking.last ? [choice(command.paperKeep(paper.id), 'paper.sendAsItIs')] : []),
  ];
  say(phrase(serviceKey.askPaper(service.id, paper.id)), choices.length > 0 ? { choices } : {});
}

/** An optional paper, or one whose need hangs on an answer that was not given yet: no slip from a birth at home. */
export const mayBePassedOver = (paper: PaperRequirement): boolean =>
  paper.optional === true || (paper.first === true && paper.when !== undefined);

function askBill(form: Form, say: Say): void {
  if (!form.bill) return;
  const { account, bill } = form.bill;
  const arrears = bill.demands.length > 1;
  say(
    lines(
      phrase('bill.shown', { account: lastFour(account), owner: bill.owner, address: bill.address }),
      ...bill.demands.map(({ period, amount }) => phrase('bill.line', { period, amount: { money: amount } })),
      phrase('bill.total', { total: { money: bill.total } }),
    ),
    {
      choices: [
        choice(command.billPay('full'), 'bill.payAll', { total: { money: bill.total } }),
        ...(arrears ? [choice(command.billPay('oldest'), 'bill.payOldest', oldestOf(form))] : []),
        choice(command.billOther, 'bill.otherAccount'),
      ],
    },
  );
}

const oldestOf = (form: Form): Record<string, PhraseValue> => {
  const [oldest] = form.bill?.bill.demands ?? [];
  return oldest ? { period: oldest.period, amount: { money: oldest.amount } } : {};
};

const lastFour = (account: string): string => `…${account.slice(-4)}`;

function askSummary(turn: TurnInHand, service: ServiceDefinition, form: Form, say: Say): void {
  const answers = answersThatApply(service, form.answers, turn.today);
  const fee = feeOf(service, form.answers, turn.today);
  const sent = Object.keys(form.papers).map((id) => phrase(serviceKey.paper(service.id, id)));
  say(
    lines(
      phrase('form.summary', serviceValues(service)),
      ...shownAnswers(service, answers),
      ...(sent.length > 0
        ? [phrase('form.papersSent', { papers: { list: sent.map((each) => ({ phrase: each })) } })]
        : []),
      isZero(fee.total) ? phrase('form.noFee') : phrase('form.fee', { fee: { money: fee.total } }),
      phrase('form.isItRight'),
    ),
    {
      choices: [
        choice(command.formSubmit, 'form.submit'),
        choice(command.formChange, 'form.change'),
        choice(command.formCancel, 'form.cancel'),
      ],
    },
  );
}

/** One line for each answer: its label, and what was understood. */
export const shownAnswers = (
  service: ServiceDefinition,
  answers: Readonly<Record<string, string>>,
): readonly Phrase[] =>
  service.questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined || answer === '') return [];
    return [
      phrase('form.answerLine', {
        label: labelOf(service, question.id),
        answer: describeAnswer(service.id, question, answer),
      }),
    ];
  });

const changeable = (turn: TurnInHand, service: ServiceDefinition, form: Form): readonly Choice[] =>
  Object.keys(answersThatApply(service, form.answers, turn.today)).map((id) =>
    choice(command.change(id), serviceKey.label(service.id, id)),
  );

export const labelOf = (service: ServiceDefinition, question: string): PhraseValue => ({
  phrase: phrase(serviceKey.label(service.id, question)),
});

export const serviceValues = (service: ServiceDefinition): Record<string, PhraseValue> => ({
  service: { phrase: phrase(serviceKey.name(service.id)) },
  department: { phrase: phrase(`departments.${service.department}`) },
});
