import type { Command } from '../answers/command-of.ts';
import { questionsOf } from '../catalogue/expand-list.ts';
import { questionStates } from '../catalogue/questions.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain, mayBePassedOver } from './asking.ts';
import { command } from './commands.ts';
import { explainData } from './data-talk.ts';
import { sayExactly } from './exact-asides.ts';
import { cancelForm, questionOf } from './form.ts';
import { chooseLanguage, languageNamedIn, offerLanguages } from './language-talk.ts';
import { helpOutsideForm, welcome } from './menu-talk.ts';
import { hearNewsBy, resumeNotices, stopNotices } from './notices-talk.ts';
import { callPerson } from './person-talk.ts';
import { shownAnswers } from './showing.ts';
import { hearTap } from './tap-talk.ts';
import type { TurnInHand } from './turn.ts';

/** Short words that work anywhere in a talk, such as "peeche" or "radd karo". Returns whether it was one here. */
export function hearCommand(turn: TurnInHand, said: Command): boolean {
  const { form } = turn.conversation;
  switch (said.name) {
    case 'cancel':
      if (!form) return false;
      cancelForm(turn);
      return true;
    case 'back':
      return goBack(turn);
    case 'skip':
      return skip(turn);
    case 'wait':
      if (!form) return false;
      turn.say('form.waits');
      return true;
    case 'moveBooking':
    case 'cancelBooking':
      if (form) return false;
      turn.wish({ type: 'track', bookingChange: said.name === 'moveBooking' ? 'move' : 'cancel' });
      return true;
    case 'summary':
      return showSummary(turn);
    case 'fee':
    case 'days':
    case 'papers':
    case 'who':
    case 'where':
      return sayExactly(turn, [said.name]);
    case 'submit':
      if (form?.asking.what !== 'summary') return false;
      hearTap(turn, command.formSubmit);
      return true;
    case 'help':
      if (form) askAgain(turn, phrase('form.help'));
      else helpOutsideForm(turn);
      return true;
    case 'clarify':
      if (form) askAgain(turn, phrase(form.asking.what === 'paper' ? 'paper.photoWanted' : 'form.askedAgain'));
      else helpOutsideForm(turn);
      return true;
    case 'human':
      callPerson(turn);
      return true;
    case 'elsewhere':
      turn.wish({ type: 'make-link' });
      return true;
    case 'language':
      sayLanguage(turn, said.text);
      return true;
    case 'data':
      explainData(turn);
      return true;
    case 'stop':
      stopNotices(turn);
      return true;
    case 'newsBy':
      hearNewsBy(turn, said.text);
      return true;
    case 'start':
      if (turn.conversation.noticesStopped && RESUMES.test(said.text)) resumeNotices(turn);
      else welcome(turn);
      return true;
  }
}

/** Who says "main menu" or "start over" has not asked for notices again. */
const RESUMES = /^\s*(start|unstop|shuru( karo)?|शुरू( करो)?)\s*$/iu;

export function sayLanguage(turn: TurnInHand, text: string): void {
  const language = languageNamedIn(text, turn.context.languages);
  if (language) chooseLanguage(turn, language);
  else offerLanguages(turn);
}

/** Takes the answer before the open question back, and asks it again. */
function goBack(turn: TurnInHand): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what === 'consent') return false;
  const states = questionStates(service, form.answers, turn.today, turn.more(service, form.answers));
  const current = form.asking.what === 'question' ? form.asking.question : undefined;
  const questions = questionsOf(service, form.answers);
  const before = questions.slice(0, current ? questions.findIndex(({ id }) => id === current) : undefined);
  const last = before.filter(({ id }) => ['answered', 'skipped'].includes(states.get(id) ?? '')).at(-1);
  if (!last) return sayWith(turn, phrase('form.nothingBefore'));
  const { [last.id]: _taken, ...answers } = form.answers;
  const step = Math.max(form.step - 1, 1);
  turn.changeForm({ answers, step, asking: { what: 'question', question: last.id, tries: 0 } });
  askAgain(turn);
  return true;
}

function skip(turn: TurnInHand): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service) return false;
  const { asking } = form;
  if (asking.what === 'paper') {
    const paper = service.papers?.find(({ id }) => id === asking.requirement);
    if (!paper || !mayBePassedOver(paper)) return sayWith(turn, phrase('form.cannotSkip'));
    hearTap(turn, command.paperSkip(paper.id));
    return true;
  }
  if (asking.what !== 'question') return false;
  if (!questionOf(service, form, asking.question)?.optional) return sayWith(turn, phrase('form.cannotSkip'));
  hearTap(turn, command.skip(asking.question));
  return true;
}

/** Shows the answers so far, and then what is open. */
function showSummary(turn: TurnInHand): boolean {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what === 'consent') return false;
  const given = shownAnswers(service, form.answers, form.answers);
  return sayWith(turn, given.length > 0 ? lines(phrase('form.soFar'), ...given) : phrase('form.nothingYet'));
}

function sayWith(turn: TurnInHand, said: Phrase): boolean {
  askAgain(turn, said);
  return true;
}
