import { describeAnswer } from '../answers/describe-answer.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { feeOf } from '../catalogue/fee.ts';
import { answersThatApply } from '../catalogue/questions.ts';
import type { PaperRequirement, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import type { Choice } from './message.ts';
import { feeSentence, labelOf, serviceValues, shownAnswers } from './showing.ts';
import { stepOf } from './step.ts';
import { choice, type TurnInHand } from './turn.ts';

/**
 * Says what the form waits for. `before` is said in the same message, such as why the last answer did not fit; what was
 * shown at length is not shown again for that, unless it `isNew`.
 */
export function askAgain(turn: TurnInHand, before?: Phrase, isNew = false): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form) return;
  if (!service) {
    turn.endForm();
    return turn.say('talk.serviceGone');
  }
  const say = (
    text: Phrase,
    options: { choices?: readonly Choice[]; listTitle?: Phrase; asksLocation?: boolean } = {},
  ) => turn.say(before ? lines(before, text) : text, options);

  const { asking } = form;
  const isShown = before !== undefined && !isNew;
  turn.forget('offered');
  switch (asking.what) {
    case 'consent':
      return askConsent(service, before !== undefined, say);
    case 'question':
      return askQuestion(turn, service, form, asking, say);
    case 'paper':
      return askPaper(turn, service, form, asking, say);
    case 'reading':
      return say(phrase('paper.beingRead'));
    case 'facts':
      return askFacts(service, asking, before !== undefined, say);
    case 'bill':
      return say(phrase('bill.beingFetched'));
    case 'bill-confirmation':
      return askBill(form, say);
    case 'summary':
      return isShown ? sayWhether(say) : askSummary(turn, service, form, say);
    case 'change':
      return say(phrase('form.whichToChange'), {
        choices: oneListOf(changeable(turn, service, form), asking.from, (from) => command.more('change', from)),
        listTitle: phrase('form.answers'),
      });
  }
}

/** Rows of the longest list that a channel can show. */
const LIST_ROWS = 10;

/** As many choices as fit into one list; where more are left, its last row shows them. */
function oneListOf(
  choices: readonly Choice[],
  from: number | undefined,
  more: (from: number) => string,
): readonly Choice[] {
  if (choices.length <= LIST_ROWS) return choices;
  const start = from !== undefined && from < choices.length ? from : 0;
  const shown = choices.slice(start, start + LIST_ROWS - 1);
  const next = start + shown.length < choices.length ? start + shown.length : 0;
  return [...shown, choice(more(next), 'menu.more')];
}

type Say = (
  text: Phrase,
  options?: { choices?: readonly Choice[]; listTitle?: Phrase; asksLocation?: boolean },
) => void;

function askConsent(service: ServiceDefinition, isShort: boolean, say: Say): void {
  const notice = phrase('consent.notice', serviceValues(service));
  say(isShort ? notice : lines(phrase(serviceKey.intro(service.id)), notice), {
    choices: [
      choice(command.consentGive, 'consent.give'),
      choice(command.consentAbout, 'consent.about'),
      choice(command.consentRefuse, 'consent.refuse'),
    ],
  });
}

function askFacts(
  service: ServiceDefinition,
  { requirement, offered }: Extract<Asking, { what: 'facts' }>,
  isShort: boolean,
  say: Say,
): void {
  const paper = { phrase: phrase(serviceKey.paper(service.id, requirement)) };
  const found = [phrase('paper.found', { paper }), ...shownAnswers(service, offered), phrase('paper.isItRight')];
  say(isShort ? phrase('paper.isRestRight') : lines(...found), {
    choices: [choice(command.factsRight, 'paper.allRight'), choice(command.factsChange, 'paper.changeSomething')],
  });
}

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
  const choices = oneListOf(choicesOf(service, question, form), asking.from, (from) => command.more(question.id, from));
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

function askPaper(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'paper' }>,
  say: Say,
): void {
  const paper = service.papers?.find(({ id }) => id === asking.requirement);
  if (!paper) return;
  const choices = [
    ...(mayBePassedOver(paper) ? [choice(command.paperSkip(paper.id), 'paper.skip')] : []),
    ...(asking.tries >= 2 && asking.last ? [choice(command.paperKeep(paper.id), 'paper.sendAsItIs')] : []),
  ];
  const question = { phrase: phrase(serviceKey.askPaper(service.id, paper.id)) };
  say(phrase('form.step', { ...stepOf(turn, service, form), question }), choices.length > 0 ? { choices } : {});
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
      feeSentence(service, fee),
      phrase('form.isItRight'),
    ),
    { choices: whetherRight },
  );
}

const whetherRight: readonly Choice[] = [
  choice(command.formSubmit, 'form.submit'),
  choice(command.formChange, 'form.change'),
  choice(command.formCancel, 'form.cancel'),
];

const sayWhether = (say: Say): void => say(phrase('form.isItRight'), { choices: whetherRight });

const changeable = (turn: TurnInHand, service: ServiceDefinition, form: Form): readonly Choice[] =>
  Object.keys(answersThatApply(service, form.answers, turn.today)).map((id) =>
    choice(command.change(id), serviceKey.label(service.id, id)),
  );
