import { serviceKey } from '../catalogue/catalogue.ts';
import { check } from '../catalogue/check-answer.ts';
import { answersAsFacts } from '../catalogue/facts.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { chooseAnotherAccount, payBill } from './bill-talk.ts';
import { command, partsOf } from './commands.ts';
import { explainConsent, giveConsent, refuseConsent } from './consent-talk.ts';
import type { Asking } from './conversation.ts';
import { hearData } from './data-talk.ts';
import { beginForm, cancelForm, dropForm, goOn, questionOf, takeAnswer } from './form.ts';
import { chooseLanguage, offerLanguages } from './language-talk.ts';
import { explainService, hearStale, offerPerson, showCategory, showServices, welcome } from './menu-talk.ts';
import { resumeNotices, stopNotices } from './notices-talk.ts';
import { passPaper, takeFacts } from './paper-talk.ts';
import { answerQuery, changeQueryAnswer, sendQueryAnswer } from './query-talk.ts';
import { submitForm } from './submit-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A tap on a choice, perhaps one of a message that is weeks old: it does what it says, or says why not. */
export function hearTap(turn: TurnInHand, id: string): void {
  if (turn.conversation.lost > 0) turn.change({ lost: 0 });
  const [area = '', first = '', second = ''] = partsOf(id);
  const act = Object.hasOwn(taps, area) ? taps[area] : undefined;
  if (!act) return hearStale(turn);
  act(turn, first, second);
}

type Tap = (turn: TurnInHand, first: string, second: string) => void;

const taps: Readonly<Record<string, Tap>> = {
  service: (turn, service, act) => (act === 'info' ? explainService(turn, service) : beginForm(turn, service)),
  menu: tapMenu,
  consent: tapConsent,
  answer: tapAnswer,
  skip: tapSkip,
  more: tapMore,
  same: tapSame,
  change: tapChange,
  form: tapForm,
  paper: (turn, requirement, what) => passPaper(turn, requirement, what === 'keep'),
  facts: (turn, what) => (what === 'right' ? takeFacts(turn) : askWhichFact(turn)),
  bill: (turn, what, part) => (what === 'pay' ? payBill(turn, part) : chooseAnotherAccount(turn)),
  pay: (turn, applicationId) => turn.wish({ type: 'ask-payment', applicationId }),
  application: tapApplication,
  complaint: tapComplaint,
  query: tapQuery,
  talk: (turn, what) => (what === 'link' ? turn.wish({ type: 'make-link' }) : offerPerson(turn)),
  language: tapLanguage,
  notices: tapNotices,
  data: hearData,
};

function tapMenu(turn: TurnInHand, what: string, category: string): void {
  if (what === 'mine') return turn.wish({ type: 'track' });
  if (what === 'services') return showServices(turn);
  if (what === 'category') return showCategory(turn, category);
  if (what === 'language') return offerLanguages(turn);
  welcome(turn);
}

function tapConsent(turn: TurnInHand, what: string): void {
  if (what === 'about') return explainConsent(turn);
  if (turn.conversation.form?.asking.what !== 'consent') return hearStale(turn);
  if (what === 'give') return giveConsent(turn);
  refuseConsent(turn);
}

/** The service of the open form, when consent is there and the question is one of its questions. */
function withQuestion(turn: TurnInHand, question: string, then: (service: ServiceDefinition) => void): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what === 'consent' || !questionOf(service, question)) return hearStale(turn);
  then(service);
}

function tapAnswer(turn: TurnInHand, question: string, value: string): void {
  if (question === 'yes' || question === 'no') return tapYesNo(turn, question === 'yes');
  withQuestion(turn, question, (service) => {
    const { form } = turn.conversation;
    const asked = questionOf(service, question);
    if (!form || !asked) return;
    if (check(asked, value, answersAsFacts(service, form.answers, turn.today), turn.today)) return hearStale(turn);
    takeAndGoOn(turn, question, value);
  });
}

/** A yes or no that belongs to whatever was asked last. */
function tapYesNo(turn: TurnInHand, yes: boolean): void {
  const { form } = turn.conversation;
  const asking = form?.asking;
  if (asking?.what === 'question' && asking.unsure !== undefined) {
    if (yes) return tapAnswer(turn, asking.question, asking.unsure);
    turn.changeForm({ asking: { what: 'question', question: asking.question, tries: asking.tries } });
    return askAgain(turn);
  }
  hearStale(turn);
}

/** Only what is being asked can be passed over: an old tap takes no answer away. */
function tapSkip(turn: TurnInHand, question: string): void {
  withQuestion(turn, question, (service) => {
    const asking = turn.conversation.form?.asking;
    const isAsked = asking?.what === 'question' && asking.question === question;
    if (!isAsked || !questionOf(service, question)?.optional) return hearStale(turn);
    takeAndGoOn(turn, question, '');
  });
}

/** Further choices of a list that is too long for one. */
function tapMore(turn: TurnInHand, list: string, from: string): void {
  const asking = turn.conversation.form?.asking;
  const isOpen =
    asking?.what === 'change' ? list === 'change' : asking?.what === 'question' && asking.question === list;
  if (!asking || !isOpen || !/^\d{1,3}$/.test(from)) return hearStale(turn);
  turn.changeForm({ asking: { ...asking, from: Number(from) } as Asking });
  askAgain(turn);
}

function takeAndGoOn(turn: TurnInHand, question: string, answer: string): void {
  takeAnswer(turn, question, answer);
  goOn(turn);
}

function tapSame(turn: TurnInHand, question: string): void {
  withQuestion(turn, question, (service) => {
    const other = questionOf(service, question)?.sameAs;
    const answer = other && turn.conversation.form?.answers[other];
    if (!answer) return hearStale(turn);
    takeAndGoOn(turn, question, answer);
  });
}

function tapChange(turn: TurnInHand, question: string): void {
  withQuestion(turn, question, () => {
    turn.changeForm({ asking: { what: 'question', question, tries: 0 } });
    askAgain(turn);
  });
}

function tapForm(turn: TurnInHand, what: string, service: string): void {
  const { form } = turn.conversation;
  if (!form) return hearStale(turn);
  if (what === 'switch') return switchForm(turn, service);
  if (what === 'cancel') return cancelForm(turn);
  if (what === 'drop') return dropForm(turn);
  if (form.asking.what === 'consent') return askAgain(turn);
  if (what === 'submit') return submitForm(turn);
  if (what === 'change') {
    turn.changeForm({ asking: { what: 'change' } });
    return askAgain(turn);
  }
  goOn(turn);
}

function switchForm(turn: TurnInHand, service: string): void {
  if (!turn.context.catalogue.find(service)) return hearStale(turn);
  if (turn.conversation.form?.serviceId !== service) turn.endForm();
  beginForm(turn, service);
}

/** The facts that are right are kept; the citizen says which are not. */
function askWhichFact(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what !== 'facts') return hearStale(turn);
  const { offered } = form.asking;
  turn.changeForm({ answers: { ...form.answers, ...offered }, asking: { what: 'change' } });
  turn.say('form.whichToChange', {
    choices: Object.keys(offered).map((id) => ({
      id: command.change(id),
      label: phrase(serviceKey.label(service.id, id)),
    })),
    listTitle: phrase('form.answers'),
  });
}

/** Taking an application back cannot be undone, so it is asked once more. */
function tapApplication(turn: TurnInHand, applicationId: string, what: string): void {
  if (what === 'documents') return turn.wish({ type: 'send-documents', applicationId });
  if (what === 'withdraw-yes') return turn.wish({ type: 'withdraw-application', applicationId });
  if (what !== 'withdraw') return hearStale(turn);
  turn.say('application.withdrawSure', {
    choices: [
      choice(command.withdrawYes(applicationId), 'application.withdrawYes'),
      choice(command.mine, 'application.leave'),
    ],
  });
}

function tapComplaint(turn: TurnInHand, applicationId: string, what: string): void {
  turn.forget('toConfirm');
  turn.wish({ type: what === 'done' ? 'confirm-resolved' : 'reopen', applicationId });
}

function tapQuery(turn: TurnInHand, what: string): void {
  if (what === 'send') return sendQueryAnswer(turn);
  if (what === 'change') return changeQueryAnswer(turn);
  answerQuery(turn);
}

function tapLanguage(turn: TurnInHand, language: string): void {
  const chosen = turn.context.languages.find(({ code }) => code === language)?.code;
  if (chosen) chooseLanguage(turn, chosen);
  else hearStale(turn);
}

function tapNotices(turn: TurnInHand, what: string): void {
  if (what === 'stop') stopNotices(turn);
  else resumeNotices(turn);
}
