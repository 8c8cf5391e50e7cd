import { check } from '../catalogue/check-answer.ts';
import { mayRemove, questionsOf, withoutEntry } from '../catalogue/expand-list.ts';
import { secondReasons } from '../catalogue/second-reasons.ts';
import type { Question, ServiceDefinition } from '../catalogue/service-definition.ts';
import { phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { chooseAnotherAccount, payBill, pickDemand } from './bill-talk.ts';
import { askToCancel } from './booking-talk.ts';
import { command, partsOf } from './commands.ts';
import { explainConsent, giveConsent, refuseConsent } from './consent-talk.ts';
import { type Asking, type Form, newsChannels } from './conversation.ts';
import { hearData } from './data-talk.ts';
import { explainService } from './exact-asides.ts';
import { hearAllFilled } from './filled-talk.ts';
import { askNext, beginForm, cancelForm, dropForm, goOn, putRight, questionOf } from './form.ts';
import { chooseLanguage, offerLanguages } from './language-talk.ts';
import { hearStale, showCategories, showCategory, showServices, welcome } from './menu-talk.ts';
import { chooseNewsBy, resumeNotices, stopNotices } from './notices-talk.ts';
import { keepFacts, passPaper, takeFacts } from './paper-talk.ts';
import { callPerson, leavePerson } from './person-talk.ts';
import { isOneOfSeveral, pick, picksOf } from './picking.ts';
import { answerQuery, beginAppeal, changeQueryAnswer, sendQueryAnswer } from './query-talk.ts';
import { tapReuse } from './reuse-talk.ts';
import { labelPhrase } from './showing.ts';
import { findSlots, tapSlot } from './slot-talk.ts';
import { submitForm } from './submit-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

/** A tap on a choice, perhaps one of a message that is weeks old: it does what it says, or says why not. */
export function hearTap(turn: TurnInHand, id: string): void {
  if (turn.conversation.lost > 0) turn.change({ lost: 0 });
  const [area = '', first = '', second = '', third = ''] = partsOf(id);
  const act = Object.hasOwn(taps, area) ? taps[area] : undefined;
  if (!act) return hearStale(turn);
  act(turn, first, second, third);
}

type Tap = (turn: TurnInHand, first: string, second: string, third: string) => void;

const taps: Readonly<Record<string, Tap>> = {
  service: (turn, service, act) => (act === 'info' ? explainService(turn, service) : beginForm(turn, service)),
  menu: tapMenu,
  consent: tapConsent,
  reuse: tapReuse,
  answer: tapAnswer,
  skip: tapSkip,
  more: tapMore,
  same: tapSame,
  change: tapChange,
  picked: tapPicked,
  remove: tapRemove,
  form: tapForm,
  paper: (turn, requirement, what) => passPaper(turn, requirement, what === 'keep'),
  facts: (turn, what) => (what === 'right' ? takeFacts(turn) : askWhichFact(turn)),
  bill: tapBill,
  pay: (turn, applicationId) => turn.wish({ type: 'ask-payment', applicationId }),
  application: tapApplication,
  complaint: tapComplaint,
  slot: tapSlot,
  booking: tapBooking,
  query: tapQuery,
  talk: tapTalk,
  language: tapLanguage,
  notices: tapNotices,
  data: hearData,
};

function tapMenu(turn: TurnInHand, what: string, which: string, from: string): void {
  if (what === 'mine') return turn.wish({ type: 'track' });
  if (what === 'services') return showServices(turn);
  if (what === 'categories') return showCategories(turn, Number(which) || 0);
  if (what === 'category') return showCategory(turn, which, Number(from) || 0);
  if (what === 'language') return offerLanguages(turn);
  welcome(turn);
}

function tapTalk(turn: TurnInHand, what: string): void {
  if (what === 'link') return turn.wish({ type: 'make-link' });
  if (what === 'machine') return leavePerson(turn);
  callPerson(turn);
}

function tapConsent(turn: TurnInHand, what: string): void {
  if (what === 'about') return explainConsent(turn);
  if (turn.conversation.form?.asking.what !== 'consent') return hearStale(turn);
  if (what === 'give') return giveConsent(turn);
  refuseConsent(turn);
}

function tapBill(turn: TurnInHand, what: string, which: string): void {
  if (what === 'pay') return payBill(turn, which);
  if (what === 'pick') return pickDemand(turn, which);
  chooseAnotherAccount(turn);
}

type Then = (service: ServiceDefinition, form: Form, question: Question) => void;

/** The service of the open form, when consent is there and the question is one of its questions. */
function withQuestion(turn: TurnInHand, question: string, then: Then): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  const asked = form && service && questionOf(service, form, question);
  if (!asked || form.asking.what === 'consent' || asked.computed !== undefined) return hearStale(turn);
  then(service, form, asked);
}

function tapAnswer(turn: TurnInHand, question: string, value: string): void {
  if (question === 'yes' || question === 'no') return tapYesNo(turn, question === 'yes');
  withQuestion(turn, question, (service, form, asked) => {
    if (isOneOfSeveral(asked, value) && mayPick(form.asking)) return pick(turn, form, asked, value);
    if (check(asked, value, turn.facts(service, form.answers), turn.today)) return hearStale(turn);
    takeAndGoOn(turn, question, value);
  });
}

/** While a paper or a bill is looked at, a tap on an old list would lose it. */
const mayPick = ({ what }: Asking): boolean => ['question', 'paper', 'summary', 'change', 'blocked'].includes(what);

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
  withQuestion(turn, question, (_, { asking }, { optional }) => {
    const isAsked = asking.what === 'question' && asking.question === question;
    if (!isAsked || !optional) return hearStale(turn);
    takeAndGoOn(turn, question, '');
  });
}

/** Further choices of a list that is too long for one. */
function tapMore(turn: TurnInHand, list: string, from: string): void {
  const asking = turn.conversation.form?.asking;
  const isOpen = list === (asking?.what === 'question' ? asking.question : listOf[asking?.what ?? '']);
  if (!asking || !isOpen || !/^\d{1,3}$/.test(from)) return hearStale(turn);
  turn.changeForm({ asking: { ...asking, from: Number(from) } as Asking });
  askAgain(turn);
}

/** The lists that are no question's. */
const listOf: Readonly<Record<string, string>> = { change: 'change', 'bill-confirmation': 'bill' };

/** Enough are picked: they are the answer. */
function tapPicked(turn: TurnInHand, question: string): void {
  withQuestion(turn, question, (service, form, asked) => {
    const answer = picksOf(form, asked).join(',');
    if (check(asked, answer, turn.facts(service, form.answers), turn.today)) return hearStale(turn);
    takeAndGoOn(turn, question, answer);
  });
}

function takeAndGoOn(turn: TurnInHand, question: string, answer: string): void {
  putRight(turn, question, answer);
  goOn(turn);
}

function tapSame(turn: TurnInHand, question: string): void {
  withQuestion(turn, question, (_, form, { sameAs }) => {
    const answer = sameAs && form.answers[sameAs];
    if (!answer) return hearStale(turn);
    takeAndGoOn(turn, question, answer);
  });
}

function tapChange(turn: TurnInHand, question: string): void {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'consent' && /^[^.]+\.\d+$/.test(question)) return tapEntry(turn, question);
  withQuestion(turn, question, (_, { answers }, { type, none }) => {
    const before = type === 'multi-choice' ? (answers[question] ?? '') : '';
    const picked = before === '' || before === none ? undefined : before.split(',');
    turn.changeForm({ asking: { what: 'question', question, tries: 0, ...(picked && { picked }) } });
    askAgain(turn);
  });
}

/** Which answer of an entry shall be changed. */
function tapEntry(turn: TurnInHand, entry: string): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  const isTold = service && questionsOf(service, form.answers).some(({ id }) => id.startsWith(`${entry}.`));
  if (!isTold) return hearStale(turn);
  turn.changeForm({ asking: { what: 'change', entry } });
  askAgain(turn);
}

/** Takes an entry out of its list. */
function tapRemove(turn: TurnInHand, entry: string): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  const [list, n] = entry.split('.');
  const question = service?.questions.find(({ id, type }) => id === list && type === 'list');
  const isAsked = form?.asking.what === 'change' && form.asking.entry === entry;
  if (!service || !question || !isAsked || !mayRemove(service, form.answers, question.id)) return hearStale(turn);
  turn.changeForm({ answers: withoutEntry(question, form.answers, Number(n)) });
  askNext(turn, phrase('form.entryRemoved'));
}

function tapForm(turn: TurnInHand, what: string, service: string): void {
  const { form } = turn.conversation;
  if (!form) return hearStale(turn);
  if (what === 'switch') return switchForm(turn, service);
  if (what === 'filled') return hearAllFilled(turn, service);
  if (what === 'cancel') return cancelForm(turn);
  if (what === 'drop') return dropForm(turn);
  if (form.asking.what === 'consent') return askAgain(turn);
  if (what === 'submit') return submitForm(turn);
  // Older messages offer it without a reason.
  if (what === 'submit-anyway') return submitForm(turn, 'other');
  if (what === 'second') return submitForm(turn, secondReasons.find((reason) => reason === service) ?? 'other');
  if (what === 'change') {
    turn.changeForm({ asking: { what: 'change' } });
    return askAgain(turn);
  }
  goOn(turn);
}

function switchForm(turn: TurnInHand, service: string): void {
  if (!turn.context.catalogue.find(service)) return hearStale(turn);
  beginForm(turn, service);
}

/** The facts that are right are kept; the citizen says which are not. */
function askWhichFact(turn: TurnInHand): void {
  const { form } = turn.conversation;
  const service = form && turn.context.catalogue.find(form.serviceId);
  if (!form || !service || form.asking.what !== 'facts') return hearStale(turn);
  const { offered } = form.asking;
  keepFacts(turn);
  turn.changeForm({ asking: { what: 'change' } });
  turn.say('form.whichToChange', {
    choices: Object.keys(offered).map((id) => ({
      id: command.change(id),
      label: labelPhrase(service, id),
    })),
    listTitle: phrase('form.answers'),
  });
}

/** Taking an application back cannot be undone, so it is asked once more. */
function tapApplication(turn: TurnInHand, applicationId: string, what: string): void {
  if (what === 'documents') return turn.wish({ type: 'send-documents', applicationId });
  if (what === 'withdraw-yes') return turn.wish({ type: 'withdraw-application', applicationId });
  if (what === 'appeal') return beginAppeal(turn, applicationId);
  if (what !== 'withdraw') return hearStale(turn);
  turn.say('application.withdrawSure', {
    choices: [
      choice(command.withdrawYes(applicationId), 'application.withdrawYes'),
      choice(command.mine, 'application.leave'),
    ],
  });
}

function tapComplaint(turn: TurnInHand, applicationId: string, what: string): void {
  turn.wish({ type: what === 'done' ? 'confirm-resolved' : 'reopen', applicationId });
}

function tapBooking(turn: TurnInHand, applicationId: string, what: string): void {
  if (what === 'move') return findSlots(turn, applicationId);
  if (what === 'cancel') return askToCancel(turn, applicationId);
  if (what === 'cancel-yes') return turn.wish({ type: 'cancel-booking', applicationId });
  hearStale(turn);
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

function tapNotices(turn: TurnInHand, what: string, by: string): void {
  const channel = newsChannels.find((each) => each === by);
  if (what === 'by' && channel) chooseNewsBy(turn, channel);
  else if (what === 'stop') stopNotices(turn);
  else resumeNotices(turn);
}
