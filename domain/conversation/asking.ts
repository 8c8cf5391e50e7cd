import { describeAnswer } from '../answers/describe-answer.ts';
import { entryValues, serviceKey } from '../catalogue/catalogue.ts';
import { judge } from '../catalogue/eligibility.ts';
import { asksForAnother, type Entry, entryOf, mayRemove, questionsOf } from '../catalogue/expand-list.ts';
import { feeOf } from '../catalogue/fee.ts';
import { answersThatApply } from '../catalogue/questions.ts';
import type { PaperRequirement, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { sayBill } from './bill-choices.ts';
import { blockedMessage, elsewhereFrom, questionsBehind } from './blocked.ts';
import { command, partsOf } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import { formOffer } from './form-offer.ts';
import { oneListOf } from './list-rows.ts';
import type { Choice, OutboundMessage } from './message.ts';
import { offerNumber } from './number-offer.ts';
import { entryLabel, feeSentence, labelOf, labelPhrase, serviceValues, shownAnswers } from './showing.ts';
import { saySlots } from './slot-choices.ts';
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
  const say: Say = (text, options = {}) => turn.say(before ? lines(before, text) : text, options);

  const { asking } = form;
  const isShown = before !== undefined && !isNew;
  turn.forget('offered');
  switch (asking.what) {
    case 'consent':
      return askConsent(service, before !== undefined, say);
    case 'reuse':
      return askReuse(say);
    case 'question':
      if (asking.question === service.booking?.slot) return askSlot(turn, form, before);
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
      return sayBill(service, form, say);
    case 'summary':
      return isShown ? sayWhether(say) : askSummary(turn, service, form, say);
    case 'blocked':
      return askBlocked(turn, service, form, asking, isShown, say);
    case 'change':
      return askWhatToChange(turn, service, form, asking, say);
  }
}

export type Say = (text: Phrase, options?: Omit<OutboundMessage, 'text'>) => void;

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

function askReuse(say: Say): void {
  say(phrase('reuse.ask'), {
    choices: [
      choice(command.reuse('self'), 'reuse.forMe'),
      choice(command.reuse('other'), 'reuse.forOther'),
      choice(command.reuse('no'), 'reuse.no'),
    ],
  });
}

function askFacts(
  service: ServiceDefinition,
  { requirement = '', from, offered, papers = {} }: Extract<Asking, { what: 'facts' }>,
  isShort: boolean,
  say: Say,
): void {
  const paper = { phrase: phrase(serviceKey.paper(service.id, requirement)) };
  const here = Object.keys(papers).map((id) => ({ phrase: phrase(serviceKey.paper(service.id, id)) }));
  const found = [
    from === undefined ? phrase('paper.found', { paper }) : phrase('reuse.found', { from }),
    ...shownAnswers(service, offered, offered),
    ...(here.length > 0 ? [phrase('reuse.papers', { papers: { list: here } })] : []),
    phrase('paper.isItRight'),
  ];
  say(isShort ? phrase('paper.isRestRight') : lines(...found), {
    choices: [choice(command.factsRight, 'paper.allRight'), choice(command.factsChange, 'paper.changeSomething')],
  });
}

/** The free times are looked up first, and asked for when they are there. */
function askSlot(turn: TurnInHand, { applicationId, serviceId, answers }: Form, before?: Phrase): void {
  const { slots } = turn.conversation;
  if (slots?.applicationId === applicationId) return saySlots(turn, slots, before);
  if (before) turn.say(before);
  turn.wish({ type: 'find-slots', applicationId, serviceId, answers });
}

function askQuestion(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'question' }>,
  say: Say,
): void {
  const question = questionsOf(service, form.answers).find(({ id }) => id === asking.question);
  if (!question) return;
  if (asking.unsure !== undefined) {
    const key = question.type === 'person-name' ? 'form.isThatTheName' : 'form.didYouMean';
    return say(phrase(key, { answer: describeAnswer(service.id, question, asking.unsure) }), {
      choices: [choice(command.answer(question.id, asking.unsure), 'form.yes'), choice(command.no, 'form.no')],
    });
  }
  const choices = oneListOf(
    choicesOf(service, question, form),
    asking.from,
    (from) => command.more(question.id, from),
    besideChoices(question, asking.picked ?? []),
  );
  say(
    lines(
      ...introOf(service, question, form),
      withStep(turn, service, form, phrase(serviceKey.ask(service.id, question.id), entryValues(question.id))),
      ...pickingLines(service, question, asking.picked ?? []),
    ),
    {
      ...(choices.length > 0 && { choices, listTitle: phrase('form.choose') }),
      ...(question.type === 'location' && { asksLocation: true }),
      ...(question.type === 'phone' && { asksNumber: true }),
      ...formOffer(turn, service, form, question),
    },
  );
}

function choicesOf(service: ServiceDefinition, question: Question, form: Form): readonly Choice[] {
  const values = question.type === 'yes-no' ? ['yes', 'no'] : (question.choices ?? []);
  const label = (value: string): string =>
    question.type === 'yes-no' ? `form.${value}` : serviceKey.choice(service.id, question.id, value);
  const beside: readonly Choice[] = [
    ...(question.sameAs && form.answers[question.sameAs]
      ? [choice(command.same(question.id), 'form.sameAs', { other: labelOf(service, question.sameAs) })]
      : []),
    ...(question.optional && question.type !== 'multi-choice' ? [skipOf(question)] : []),
  ];
  return [
    ...values.map((value) => choice(command.answer(question.id, value), label(value))),
    ...(isNumber(question) ? beside.map((each): Choice => ({ ...each, byWord: true })) : beside),
  ];
}

/** "1" is an answer to it, and chooses nothing. */
export const isNumber = ({ type }: Question): boolean => type === 'number' || type === 'money';

const skipOf = (question: Question): Choice => choice(command.skip(question.id), 'form.skip');

/** What stays in reach however long the list of choices is. */
const besideChoices = (question: Question, picked: readonly string[]): readonly Choice[] => {
  if (question.type !== 'multi-choice') return [];
  if (picked.length >= Math.max(question.min ?? 1, 1)) return [choice(command.picked(question.id), 'form.pickDone')];
  return question.optional && picked.length === 0 ? [skipOf(question)] : [];
};

/** How several are chosen; once some are, which. */
function pickingLines(service: ServiceDefinition, question: Question, picked: readonly string[]): readonly Phrase[] {
  if (question.type !== 'multi-choice') return [];
  if (picked.length === 0) return [phrase('form.pickSeveral')];
  return [phrase('form.picked', { picked: describeAnswer(service.id, question, picked.join(',')) })];
}

/** Before the first question of a list: what is coming. */
function introOf(service: ServiceDefinition, question: Question, form: Form): readonly Phrase[] {
  const list = entryOf(question.id)?.list;
  const first = questionsOf(service, form.answers).find(({ id }) => entryOf(id)?.list === list);
  if (list === undefined || question.id !== first?.id || asksForAnother(question.id)) return [];
  return [phrase(serviceKey.ask(service.id, list))];
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
  const question = phrase(serviceKey.askPaper(service.id, paper.id));
  const asksPaper = { applicationId: form.applicationId, requirement: paper.id, tries: asking.tries };
  say(withStep(turn, service, form, question), {
    ...(choices.length > 0 && { choices }),
    asksPaper,
    ...formOffer(turn, service, form),
  });
}

/** An optional paper, or one whose need hangs on an answer that was not given yet: no slip from a birth at home. */
export const mayBePassedOver = (paper: PaperRequirement): boolean =>
  paper.optional === true || (paper.first === true && paper.when !== undefined);

function askSummary(turn: TurnInHand, service: ServiceDefinition, form: Form, say: Say): void {
  offerNumber(turn, 'filing');
  const answers = answersThatApply(service, form.answers, turn.today, turn.more(service, form.answers));
  const fee = feeOf(service, form.answers, turn.today, turn.more(service, form.answers));
  const sent = Object.keys(form.papers).map((id) => phrase(serviceKey.paper(service.id, id)));
  say(
    lines(
      phrase('form.summary', serviceValues(service)),
      ...shownAnswers(service, answers, form.answers),
      ...(sent.length > 0
        ? [phrase('form.papersSent', { papers: { list: sent.map((each) => ({ phrase: each })) } })]
        : []),
      feeSentence(service, fee),
      ...estimateLines(turn, service, form),
      ...warningsOf(turn, service, form),
      phrase('form.isItRight'),
    ),
    { choices: whetherRight },
  );
}

/** What is paid elsewhere, such as stamp duty. */
function estimateLines(turn: TurnInHand, service: ServiceDefinition, form: Form): readonly Phrase[] {
  const { questions, estimate = [] } = service;
  const { lines: elsewhere } = feeOf(
    { questions, fee: estimate },
    form.answers,
    turn.today,
    turn.more(service, form.answers),
  );
  return elsewhere.map(({ id, amount }) =>
    phrase('form.estimate', { what: { phrase: phrase(serviceKey.fee(service.id, id)) }, amount: { money: amount } }),
  );
}

/** What the officer will ask about; it may be filed all the same. */
const warningsOf = (turn: TurnInHand, service: ServiceDefinition, form: Form): readonly Phrase[] =>
  judge(service, turn.facts(service, form.answers), turn.today).warnings.map(({ id }) =>
    phrase(serviceKey.rule(service.id, id)),
  );

const whetherRight: readonly Choice[] = [
  choice(command.formSubmit, 'form.submit'),
  choice(command.formChange, 'form.change'),
  choice(command.formCancel, 'form.cancel'),
];

const sayWhether = (say: Say): void => say(phrase('form.isItRight'), { choices: whetherRight });

/** Why it cannot go on, and which answers could be changed. */
function askBlocked(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'blocked' }>,
  isShort: boolean,
  say: Say,
): void {
  const rule = service.rules?.find(({ id }) => id === asking.rule);
  const behind = new Set(rule ? questionsBehind(service, form, rule.when).map(({ id }) => id) : []);
  const rows = changeable(turn, service, form, ({ id }) => behind.has(id));
  const { text, choices } = blockedMessage(service, asking, isShort, rows, elsewhereFrom(turn, service));
  say(text, { choices, listTitle: phrase('form.choose') });
}

function askWhatToChange(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'change' }>,
  say: Say,
): void {
  const entry = asking.entry === undefined ? undefined : entryOf(`${asking.entry}.any`);
  const choices = entry ? changeableIn(turn, service, form, entry) : changeable(turn, service, form);
  say(entry ? lines(entryLabel(service, entry), phrase('form.whichToChange')) : phrase('form.whichToChange'), {
    choices: oneListOf(choices, asking.from, (from) => command.more('change', from)),
    listTitle: phrase('form.answers'),
  });
}

/** An answer each; of a list its entries, and one more. */
function changeable(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  isMeant: (question: Question) => boolean = () => true,
): readonly Choice[] {
  const given = answered(turn, service, form).filter(isMeant);
  const rows = given.map(({ id }): Choice => {
    const entry = entryOf(id);
    if (!entry) return { id: command.change(id), label: labelPhrase(service, id) };
    if (!asksForAnother(id))
      return { id: command.change(`${entry.list}.${entry.n}`), label: entryLabel(service, entry) };
    return choice(command.answer(id, 'yes'), 'form.oneMore', { label: labelOf(service, id) });
  });
  const isTold = ({ id }: Choice): boolean => {
    const [, question = ''] = partsOf(id);
    return !asksForAnother(question) || form.answers[question] === 'no';
  };
  return rows.filter((row, at) => isTold(row) && rows.findIndex(({ id }) => id === row.id) === at);
}

function changeableIn(turn: TurnInHand, service: ServiceDefinition, form: Form, { list, n }: Entry): readonly Choice[] {
  const items = answered(turn, service, form).filter(({ id }) => {
    const entry = entryOf(id);
    return entry?.list === list && entry.n === n && !asksForAnother(id);
  });
  return [
    ...items.map(({ id }): Choice => ({ id: command.change(id), label: labelPhrase(service, id) })),
    ...(mayRemove(service, form.answers, list) ? [choice(command.remove(`${list}.${n}`), 'form.removeEntry')] : []),
  ];
}

/** Questions with an answer that the citizen can change. */
function answered(turn: TurnInHand, service: ServiceDefinition, form: Form): readonly Question[] {
  const answers = answersThatApply(service, form.answers, turn.today, turn.more(service, form.answers));
  return questionsOf(service, form.answers).filter(
    ({ id, computed }) => answers[id] !== undefined && computed === undefined,
  );
}

/** "(2/5) …"; the only question there is needs no number. */
function withStep(turn: TurnInHand, service: ServiceDefinition, form: Form, question: Phrase): Phrase {
  const where = stepOf(turn, service, form);
  return where.of === 1 ? question : phrase('form.step', { ...where, question: { phrase: question } });
}
