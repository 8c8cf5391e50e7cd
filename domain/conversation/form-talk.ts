import { lacks } from '../answers/lacks.ts';
import { pickByWords, pickOption } from '../answers/pick-option.ts';
import { understandAnswer } from '../answers/understand-answer.ts';
import { readYesNo } from '../answers/yes-no.ts';
import { serviceKey } from '../catalogue/catalogue.ts';
import { check } from '../catalogue/check-answer.ts';
import { entryOf, questionsOf } from '../catalogue/expand-list.ts';
import { openQuestions } from '../catalogue/questions.ts';
import type { Answer, Answers, Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { asksFreeText, isInterruption, isSurelyAside } from './asides.ts';
import { askAgain, mayBePassedOver } from './asking.ts';
import { isPicking } from './bill-choices.ts';
import { hearDemands } from './bill-talk.ts';
import { questionsBehind } from './blocked.ts';
import { command } from './commands.ts';
import type { Asking, Form } from './conversation.ts';
import { hearCorrection } from './correction-talk.ts';
import { hearEntry } from './entry-talk.ts';
import { askNext, goOn, putRight, questionOf, takeAnswer } from './form.ts';
import { LIST_ROWS } from './list-rows.ts';
import { asShown, optionsOf } from './options.ts';
import { withPicks } from './picking.ts';
import { shownAnswers } from './showing.ts';
import { hearSlotText } from './slot-talk.ts';
import { understoodIn } from './spontaneous.ts';
import { hearTap } from './tap-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A text within a form: a correction of an earlier answer, the answer to what was asked, or neither. */
export function hearInForm(turn: TurnInHand, text: string): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return false;
  const { asking } = form;
  // Putting something right may sound like a service that corrects.
  if (hearCorrection(turn, service, text)) return true;
  // "Photo abhi nahi hai" may sound like giving up.
  if (asking.what === 'paper' && hearLack(turn, service, asking.requirement, text)) return true;
  if (isInterruption(turn, text)) return false;

  switch (asking.what) {
    case 'question':
      if (asking.question === service.booking?.slot && hearSlotText(turn, text)) return true;
      return hearAnswer(turn, service, form, asking, text);
    case 'reuse':
      return hearYesNo(turn, text, command.reuse('self'), command.reuse('no')) || hearOther(turn, service, text);
    case 'facts':
      return hearYesNo(turn, text, command.factsRight, command.factsChange) || hearOther(turn, service, text);
    case 'summary':
      return (
        hearYesNo(turn, text, command.formSubmit, command.formChange) ||
        hearLabel(turn, service, form, text) ||
        hearOther(turn, service, text)
      );
    case 'bill-confirmation':
      return (
        hearDemands(turn, text) ||
        hearYesNo(turn, text, command.billPay(isPicking(form) ? 'picked' : 'full'), command.billOther)
      );
    case 'paper':
      return hearOther(turn, service, text);
    case 'blocked':
      return hearBlocked(turn, service, form, asking, text) || hearOther(turn, service, text);
    case 'change':
      return hearLabel(turn, service, form, text) || hearOther(turn, service, text);
    case 'reading':
      return hearOther(turn, service, text) || hearPatience(turn, text);
    case 'bill':
    case 'consent':
      return false;
  }
}

/** A place that was sent from the map, where one is wanted, now or later; its name is kept beside its coordinates. */
export function hearPlace(turn: TurnInHand, place: string): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what === 'consent') return false;
  const asked = form.asking.what === 'question' ? questionOf(service, form, form.asking.question) : undefined;
  const open = openQuestions(service, form.answers, turn.today, turn.more(service, form.answers));
  const question = [asked, ...open].find((each) => each?.type === 'location');
  if (!question) return false;
  if (check(question, place, turn.facts(service, form.answers), turn.today)) return false;
  takeAnswer(turn, question.id, place);
  if (question === asked) goOn(turn);
  else askAgain(turn, noted(turn, service, { [question.id]: place }), true);
  return true;
}

/** "Nahi" to a paper that one may do without passes it over; any other is waited for. */
function hearLack(turn: TurnInHand, service: ServiceDefinition, requirement: string, text: string): boolean {
  const paper = service.papers?.find(({ id }) => id === requirement);
  const isLacking = lacks(text);
  if (!paper || !(isLacking || readYesNo(text) === false)) return false;
  if (mayBePassedOver(paper)) hearTap(turn, command.paperSkip(paper.id));
  else if (isLacking) askAgain(turn, phrase('form.waits'));
  else return false;
  return true;
}

const isOffered = ({ conversation }: TurnInHand, tap: string): boolean =>
  conversation.offered?.some(({ id }) => id === tap) === true;

/** A yes affirms what was said last; when that was something else meanwhile, what it would affirm is shown again first. */
function hearYesNo(turn: TurnInHand, text: string, ifYes: string, ifNo: string): boolean {
  const answer = readYesNo(text);
  if (answer === undefined) return false;
  if (answer && !isOffered(turn, ifYes)) askAgain(turn);
  else hearTap(turn, answer ? ifYes : ifNo);
  return true;
}

/** "Haan" or "theek hai" while a paper is read: there is nothing to answer yet. */
function hearPatience(turn: TurnInHand, text: string): boolean {
  if (readYesNo(text) === undefined) return false;
  askAgain(turn);
  return true;
}

/** The name of an answer, "pita ka naam", where it could be changed. */
function hearLabel(turn: TurnInHand, service: ServiceDefinition, form: Form, text: string): boolean {
  const named = questionsOf(service, form.answers)
    .filter(({ id, computed }) => computed === undefined && (form.answers[id] ?? '') !== '' && !entryOf(id))
    .map(({ id }) => ({ value: id, labels: turn.context.words(serviceKey.label(service.id, id)) }));
  const id = pickByWords(text, named);
  if (id === undefined) return false;
  hearTap(turn, command.change(id));
  return true;
}

/** What the rule hangs on may simply be said anew; a bare yes or no is about nothing. */
function hearBlocked(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'blocked' }>,
  text: string,
): boolean {
  if (readYesNo(text) !== undefined) {
    askNext(turn);
    return true;
  }
  if (hearLabel(turn, service, form, text)) return true;
  const rule = service.rules?.find(({ id }) => id === asking.rule);
  const [only, ...others] = rule ? questionsBehind(service, form, rule.when) : [];
  if (!only || others.length > 0 || !SAYS_ITSELF.has(only.type)) return false;
  const found = understandAnswer(only, text, { today: turn.today, language: turn.conversation.language });
  if (!found.ok || found.confirm || found.alternatives) return false;
  if (check(only, found.answer, turn.facts(service, form.answers), turn.today)) return false;
  takeAnswer(turn, only.id, found.answer);
  goOn(turn, noted(turn, service, { [only.id]: found.answer }));
  return true;
}

/** Answers that cannot be taken for anything else. */
const SAYS_ITSELF: ReadonlySet<Question['type']> = new Set(['money', 'number', 'date']);

function hearAnswer(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  asking: Extract<Asking, { what: 'question' }>,
  text: string,
): boolean {
  const question = questionOf(service, form, asking.question);
  if (!question) return false;
  if (asking.unsure !== undefined) {
    const yes = readYesNo(text);
    if (yes !== undefined) {
      hearTap(turn, yes ? command.answer(question.id, asking.unsure) : command.no);
      return true;
    }
  }
  if (
    question.type === 'yes-no' &&
    readYesNo(text) !== undefined &&
    !isOffered(turn, command.answer(question.id, 'yes'))
  ) {
    askAgain(turn);
    return true;
  }
  if (isNothing(question, text)) {
    hearTap(turn, command.skip(question.id));
    return true;
  }
  if (hearEntry(turn, service, question, text)) return true;
  const found = understandAnswer(question, text, {
    today: turn.today,
    language: turn.conversation.language,
    choices: asShown(turn, optionsOf(turn, service, question)),
  });
  if (!found.ok) {
    if (askAmong(turn, service, question, found.alternatives)) return true;
    if (hearNarrower(turn, service, form, question, text) || hearOther(turn, service, text)) return true;
    return isSurelyAside(turn, text) ? false : sayProblem(turn, asking, found.problem);
  }
  const answer = withPicks(form, question, found.answer);
  const problem = check(question, answer, turn.facts(service, form.answers), turn.today);
  if (problem) return sayProblem(turn, asking, problem);
  if (found.confirm) {
    turn.changeForm({ asking: { ...asking, unsure: answer } });
    askAgain(turn);
    return true;
  }
  takeAnswer(turn, question.id, answer);
  const more = asksFreeText(turn) ? {} : saidBeside(turn, service, text);
  for (const [id, answer] of Object.entries(more)) takeAnswer(turn, id, answer);
  goOn(turn, Object.keys(more).length > 0 ? noted(turn, service, { [question.id]: answer, ...more }) : undefined);
  return true;
}

/** Shorter ones are seen at a glance, and asked about whole. */
const LONG_LIST = 6;

/** "East" is in the names of some choices: only those are asked about. */
function askAmong(
  turn: TurnInHand,
  service: ServiceDefinition,
  { id, choices = [] }: Question,
  among: readonly Answer[] = [],
): boolean {
  if (choices.length < LONG_LIST || among.length === 0 || among.length >= LIST_ROWS) return false;
  turn.say('answer.severalInList', {
    choices: [
      ...among.map((value) => choice(command.answer(id, value), serviceKey.choice(service.id, id, value))),
      choice(command.more(id, 0), 'form.showAll'),
    ],
    listTitle: phrase('form.choose'),
  });
  return true;
}

/** "South West Delhi" where an office of a district is asked for: it tells the district, and the office is asked there. */
function hearNarrower(
  turn: TurnInHand,
  service: ServiceDefinition,
  form: Form,
  { choicesBy }: Question,
  text: string,
): boolean {
  const wider = choicesBy && questionOf(service, form, choicesBy.question);
  const value = wider && pickOption(text, optionsOf(turn, service, wider));
  if (!wider || value === undefined) return false;
  if (value === form.answers[wider.id]) {
    askAgain(turn, phrase('answer.severalInList'));
    return true;
  }
  takeAnswer(turn, wider.id, value);
  goOn(turn, noted(turn, service, { [wider.id]: value }));
  return true;
}

/** What else a message of several parts tells. */
function saidBeside(turn: TurnInHand, service: ServiceDefinition, text: string): Answers {
  const { form } = turn.conversation;
  const hasParts = /[,;\n।]/.test(text) || turn.context.meaning?.said !== undefined;
  return form && hasParts ? understoodIn(service, text, form.answers, turn) : {};
}

const noted = (turn: TurnInHand, service: ServiceDefinition, answers: Answers): Phrase =>
  lines(phrase('form.noted'), ...shownAnswers(service, answers, turn.conversation.form?.answers ?? answers));

/** "Nahi" to "anything else?" is no description, and no child is called so. */
const isNothing = (question: Question, text: string): boolean =>
  question.optional === true && question.type !== 'yes-no' && readYesNo(text) === false;

function sayProblem(
  turn: TurnInHand,
  asking: Extract<Asking, { what: 'question' }>,
  problem: { key: string; values?: object },
): boolean {
  // What stands in the chat was answered in the form: whoever writes something else wants to go on here.
  if (asking.isToldBeside) {
    goOn(turn, phrase('form.filled'));
    return true;
  }
  const { unsure: _guess, ...asked } = asking;
  turn.changeForm({ asking: { ...asked, tries: asking.tries + 1 } });
  const values = { ...(problem.values as Record<string, string>) };
  // The same message never comes twice running: first the help is offered as well, then the person is named.
  const help = [[], [phrase('form.helpOffered')], [phrase('talk.personAt')]][asking.tries % 3] ?? [];
  askAgain(turn, lines(phrase(problem.key, values), ...help));
  return true;
}

/** Not the answer asked for, but others, perhaps several at once. */
function hearOther(turn: TurnInHand, service: ServiceDefinition, text: string): boolean {
  const { form } = turn.conversation;
  if (!form) return false;
  const found = understoodIn(service, text, form.answers, turn);
  if (Object.keys(found).length === 0) return false;
  for (const [id, answer] of Object.entries(found)) putRight(turn, id, answer);
  goOn(turn, noted(turn, service, found));
  return true;
}
