import { forWhomSaid } from '../answers/for-whom.ts';
import { mentionedOption } from '../answers/pick-option.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { check } from '../catalogue/check-answer.ts';
import { questionsOf } from '../catalogue/expand-list.ts';
import { neededPapers } from '../catalogue/papers.ts';
import { openQuestions } from '../catalogue/questions.ts';
import { nextQuestion } from '../catalogue/scheme-finder.ts';
import type {
  Answer,
  Answers,
  PaperRequirement,
  Question,
  ServiceDefinition,
} from '../catalogue/service-definition.ts';
import type { ServiceId } from '../shared/ids.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { blockingRule } from './blocked.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import { draftChoice, putAside, takeUp } from './drafts.ts';
import { sayFindings } from './finder-talk.ts';
import { optionsOf } from './options.ts';
import { mayReuse } from './reuse.ts';
import { shownAnswers } from './showing.ts';
import { understoodIn } from './spontaneous.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A department's own number begins only what that department does, and says where the rest is done. */
function isElsewhere(turn: TurnInHand, service: ServiceDefinition): boolean {
  const { line } = turn.context;
  if (!line || line.department === service.department) return false;
  const address = line.addressOf(service.department);
  const values = {
    department: { phrase: phrase(`departments.${line.department}`) },
    service: { phrase: phrase(serviceKey.name(service.id)) },
  };
  turn.say(address ? phrase('talk.otherNumber', { ...values, address }) : phrase('talk.notOnThisNumber', values), {
    choices: [choice(command.services, 'menu.services')],
  });
  return true;
}

/** Begins a service: what it takes, then consent, then the questions. A form that was open for it goes on instead. */
export function beginForm(turn: TurnInHand, serviceId: ServiceId, said = turn.conversation.wanted): void {
  turn.forget('wanted');
  const service = turn.context.catalogue.find(serviceId);
  if (!service) return turn.say('talk.serviceGone');
  const { form, consents } = turn.conversation;
  if (form?.serviceId === serviceId) return goOn(turn);
  if (isElsewhere(turn, service)) return;
  putAside(turn);
  if (takeUp(turn, serviceId)) return goOn(turn, phrase('form.takenUp'));

  turn.change({
    form: {
      applicationId: turn.context.freshId,
      serviceId,
      version: service.version,
      answers: {},
      papers: {},
      papersSkipped: [],
      asking: { what: 'consent' },
      step: 0,
      startedAt: turn.context.now,
      ...(said && { saidBefore: said }),
      ...(said && turn.context.meaning?.said && { foundBefore: turn.context.meaning.said }),
    },
  });
  if (consents[serviceId] === turn.context.catalogue.noticeVersion) {
    turn.say(serviceKey.intro(serviceId));
    return afterConsent(turn);
  }
  askAgain(turn);
}

/** Consent is there: what the citizen said on the way in may now be used, and the first thing is asked. */
export function afterConsent(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return;
  const { saidBefore, foundBefore, ...rest } = form;
  const answers = saidBefore
    ? { ...forWhomIn(service, saidBefore), ...understoodIn(service, saidBefore, rest.answers, turn, foundBefore) }
    : {};
  turn.change({ form: { ...rest, answers: { ...rest.answers, ...answers } } });
  if (mayReuse(turn, service)) {
    turn.changeForm({ asking: { what: 'reuse' } });
    return askAgain(turn);
  }
  const given = shownAnswers(service, answers, answers);
  askNext(turn, given.length > 0 ? lines(phrase('form.noted'), ...given) : undefined, saidBefore);
}

/** "Papa ke liye": whom a service that asks so is for. */
function forWhomIn({ questions }: ServiceDefinition, said: string): Answers {
  const choices = questions.find(({ id }) => id === 'on_behalf_of')?.choices ?? [];
  const whom = forWhomSaid(said);
  const meant = (whom === 'child' ? ['child', 'dependent', 'other'] : ['dependent', 'other']).find((each) =>
    choices.includes(each),
  );
  return whom !== undefined && meant !== undefined ? { on_behalf_of: meant } : {};
}

/** Asks the next thing that is open, unless a paper is being read or what it says waits for a yes: that comes first. */
export function goOn(turn: TurnInHand, before?: Phrase): void {
  const what = turn.conversation.form?.asking.what;
  if (what === 'consent' || what === 'reuse' || what === 'reading' || what === 'facts') return askAgain(turn, before);
  askNext(turn, before);
}

/** Asks the next thing that is still open; when nothing is, shows the summary. `said` may hint at the answer. */
export function askNext(turn: TurnInHand, before?: Phrase, said = ''): void {
  const { form } = turn.conversation;
  if (!form) return;
  const service = turn.context.catalogue.find(form.serviceId);
  if (!service) {
    turn.endForm();
    return turn.say('talk.serviceGone');
  }
  noticeNewVersion(turn, service, form);
  if (readSent(turn, service)) return askAgain(turn, before, true);
  const given = turn.conversation.form ?? form;
  if (service.finder && !nextQuestion(service, given.answers, turn.today))
    return sayFindings(turn, service, given, before);
  const asking = withGuess(nextAsking(service, turn.conversation.form ?? form, turn), turn, service, said);
  turn.changeForm({ asking, step: form.step + (isAnotherStep(form.asking, asking) ? 1 : 0) });
  if (asking.what === 'bill') fetchBill(turn, service);
  askAgain(turn, before, true);
}

/** "Gali mein kooda pada hai" hints at which complaint it is; it is asked with a yes instead of a list. */
function withGuess(asking: Asking, turn: TurnInHand, service: ServiceDefinition, said: string): Asking {
  const { form } = turn.conversation;
  const question = asking.what === 'question' && form ? questionOf(service, form, asking.question) : undefined;
  if (asking.what !== 'question' || question?.type !== 'choice') return asking;
  const unsure = mentionedOption(said, optionsOf(turn, service, question));
  return unsure === undefined ? asking : { ...asking, unsure };
}

const isAnotherStep = (before: Asking, next: Asking): boolean =>
  (next.what === 'question' && (before.what !== 'question' || before.question !== next.question)) ||
  (next.what === 'paper' && (before.what !== 'paper' || before.requirement !== next.requirement));

/** Asks the bill source; it answers by an event of its own. */
function fetchBill(turn: TurnInHand, { id, dues }: ServiceDefinition): void {
  const account = dues && turn.conversation.form?.answers[dues.account];
  if (account) turn.wish({ type: 'fetch-bill', serviceId: id, account });
}

function nextAsking(service: ServiceDefinition, form: Form, turn: TurnInHand): Asking {
  const rule = blockingRule(turn, service, form);
  if (rule) return { what: 'blocked', rule: rule.id, tries: timesSaid(form.asking, rule.id) };

  const open = openQuestions(service, form.answers, turn.today, turn.more(service, form.answers)).filter(
    (question) => !question.quiet,
  );
  if (service.finder) {
    const next = nextQuestion(service, form.answers, turn.today);
    if (next) return { what: 'question', question: next.id, tries: 0 };
  }
  const account = service.dues && open.find(({ id }) => id === service.dues?.account);
  if (account) return { what: 'question', question: account.id, tries: 0 };
  if (service.dues) return form.bill ? { what: 'bill-confirmation' } : { what: 'bill' };

  const papers = openPapers(service, form, turn);
  const first = papers.find((paper) => paper.first);
  if (first) return { what: 'paper', requirement: first.id, tries: 0 };
  const [question] = open;
  if (question) return { what: 'question', question: question.id, tries: 0 };
  const [paper] = papers;
  if (paper) return { what: 'paper', requirement: paper.id, tries: 0 };
  return { what: 'summary' };
}

const timesSaid = (asking: Asking, rule: string): number =>
  asking.what === 'blocked' && asking.rule === rule ? asking.tries + 1 : 0;

/** Papers that are wanted and not yet here. One paper may serve several requirements. */
export function openPapers(service: ServiceDefinition, form: Form, turn: TurnInHand): readonly PaperRequirement[] {
  return neededPapers(service, form.answers, turn.today, turn.more(service, form.answers))
    .filter(({ need, paper }) => need !== 'undecided' || paper.first)
    .map(({ paper }) => paper)
    .filter(({ id }) => !form.papers[id] && !form.papersSkipped.includes(id) && !isSent(form, id));
}

const isSent = ({ sent = [] }: Form, requirement: string): boolean =>
  sent.some((paper) => paper.requirement === requirement);

/** Papers that came in a form are read one after the other, each as if it had just been sent. */
function readSent(turn: TurnInHand, service: ServiceDefinition): boolean {
  const [paper, ...rest] = turn.conversation.form?.sent ?? [];
  if (!paper) return false;
  const paperId = turn.context.freshId;
  turn.changeForm({ sent: rest });
  const requirement = service.papers?.find(({ id }) => id === paper.requirement);
  if (!requirement) return readSent(turn, service);
  turn.changeForm({ asking: { what: 'reading', requirement: requirement.id, paperId, tries: 0 } });
  turn.wish({ type: 'accept-paper', paperId, media: paper.media, expected: requirement.anyOf, channel: paper.channel });
  return true;
}

/** A definition may change under a form that waited: the citizen is told, and the answers that still fit stay. */
function noticeNewVersion(turn: TurnInHand, service: ServiceDefinition, form: Form): void {
  if (form.version === service.version) return;
  const questions = new Map(questionsOf(service, form.answers).map((question) => [question.id, question]));
  const facts = turn.facts(service, form.answers);
  const answers = Object.entries(form.answers).filter(([id, answer]) => {
    const question = questions.get(id);
    return question && (answer === '' || !check(question, answer, facts, turn.today));
  });
  const papers = Object.entries(form.papers).filter(([id]) => service.papers?.some((paper) => paper.id === id));
  turn.changeForm({
    version: service.version,
    answers: Object.fromEntries(answers),
    papers: Object.fromEntries(papers),
  });
  turn.say('form.definitionChanged');
}

/** What was asked last may not be asked any more: then the next thing is. Returns whether that is so. */
export function isAskedNoMore(turn: TurnInHand): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || (service && form.version === service.version)) return false;
  const { asking } = form;
  const isGone =
    !service ||
    (asking.what === 'question' && !questionOf(service, form, asking.question)) ||
    (asking.what === 'paper' && !service.papers?.some(({ id }) => id === asking.requirement));
  if (isGone) askNext(turn);
  return isGone;
}

/** Takes an answer that fits; other questions may open or fall away. */
export function takeAnswer(turn: TurnInHand, questionId: string, answer: Answer): void {
  const { form } = turn.conversation;
  if (form) turn.changeForm({ answers: { ...form.answers, [questionId]: answer } });
}

/** Takes an answer that was put right; while facts of a paper wait for a yes, what is said of them is about them. */
export function putRight(turn: TurnInHand, questionId: string, answer: Answer): void {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'facts') return takeAnswer(turn, questionId, answer);
  turn.changeForm({ asking: { ...form.asking, offered: { ...form.asking.offered, [questionId]: answer } } });
}

/** The question of this id that stands for the answers so far. */
export const questionOf = (service: ServiceDefinition, { answers }: Form, id: string): Question | undefined =>
  questionsOf(service, answers).find((question) => question.id === id);

/** What was answered would be gone, so it is asked about first. */
export function cancelForm(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const isEmpty = !form || Object.keys({ ...form.answers, ...form.papers }).length === 0;
  if (isEmpty) return dropForm(turn);
  askToLeave(turn);
}

export function askToLeave(turn: TurnInHand): void {
  turn.changeForm({ leaving: true });
  turn.say('form.sureToCancel', {
    choices: [choice(command.formDrop, 'form.drop'), choice(command.formGoOn, 'form.goOn')],
  });
}

/** Puts the form away. */
export function dropForm(turn: TurnInHand): void {
  const { form } = turn.conversation;
  if (!form) return turn.say('form.nothingToCancel');
  turn.endForm();
  turn.say(phrase('form.cancelled', { service: { phrase: phrase(serviceKey.name(form.serviceId)) } }), {
    choices: [
      choice(command.apply(form.serviceId), 'form.startAgain'),
      ...draftChoice(turn),
      choice(command.services, 'menu.services'),
    ],
  });
}
