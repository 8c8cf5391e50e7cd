import { readListed } from '../answers/read-listed.ts';
import { lines, type Phrase, phrase } from '../shared/phrase.ts';
import { askAgain } from './asking.ts';
import { payableOf, pickedOf } from './bill-choices.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import type { BillEvent } from './event.ts';
import { goOn } from './form.ts';
import { hearStale } from './menu-talk.ts';
import { choice, type TurnInHand } from './turn.ts';

const accountOf = (turn: TurnInHand): string | undefined => {
  const { form } = turn.conversation;
  const dues = form && turn.context.catalogue.find(form.serviceId)?.dues;
  return dues && form.answers[dues.account];
};

export function hearBill(turn: TurnInHand, event: BillEvent): void {
  const { form } = turn.conversation;
  // The citizen may have gone on to another account, or given up; then nobody waits for this.
  if (form?.asking.what !== 'bill' || accountOf(turn) !== event.account) return;
  if (event.type === 'bill-source-down') {
    return turn.say('bill.sourceDown', {
      choices: [choice(command.formGoOn, 'bill.tryAgain'), choice(command.formCancel, 'form.cancel')],
    });
  }
  if (event.type === 'no-bill') return sayUnknown(turn, form);
  if (event.bill.demands.length === 0) {
    turn.endForm();
    return turn.say('bill.nothingDue', {
      choices: [choice(command.apply(form.serviceId), 'bill.otherAccount'), choice(command.mine, 'menu.mine')],
    });
  }
  turn.changeForm({ bill: { account: event.account, bill: event.bill } });
  goOn(turn);
}

/** The same sentence never comes twice: then help is offered as well, and then a person is named. */
function sayUnknown(turn: TurnInHand, form: Form): void {
  const before = form.unknownAccounts ?? 0;
  const help = [[], [phrase('form.helpOffered')]][before] ?? [phrase('talk.personAt')];
  turn.changeForm({ unknownAccounts: before + 1 });
  askAccountAgain(turn, lines(phrase('bill.noSuchAccount'), ...help));
}

function askAccountAgain(turn: TurnInHand, why: Phrase): void {
  const { form } = turn.conversation;
  const dues = form && turn.context.catalogue.find(form.serviceId)?.dues;
  if (!form || !dues) return;
  const { [dues.account]: _wrong, ...answers } = form.answers;
  const { bill: _bill, ...rest } = form;
  turn.change({ form: { ...rest, answers, asking: { what: 'question', question: dues.account, tries: 0 } } });
  askAgain(turn, why);
}

export const chooseAnotherAccount = (turn: TurnInHand): void => {
  if (turn.conversation.form?.bill) return askAccountAgain(turn, phrase('bill.otherAccountAsked'));
  hearStale(turn);
};

/** A tap on a demand that stands for itself: it shall be paid, or not after all. */
export function pickDemand(turn: TurnInHand, demand: string): void {
  const { form } = turn.conversation;
  const isThere = form?.bill && payableOf(form.bill.bill).some(({ id }) => id === demand);
  if (!form?.bill || !isThere || !mayPick(turn, form)) return hearStale(turn);
  const picked = form.bill.picked ?? [];
  const next = picked.includes(demand) ? picked.filter((each) => each !== demand) : [...picked, demand];
  turn.changeForm({ bill: { ...form.bill, picked: next } });
  askAgain(turn);
}

/** "1,3", where each demand may be paid by itself; what was picked before gives way. */
export function hearDemands(turn: TurnInHand, text: string): boolean {
  const { form } = turn.conversation;
  if (!form?.bill || !mayPick(turn, form)) return false;
  const payable = payableOf(form.bill.bill);
  const numbers = readListed(text, payable.length);
  if (!numbers) return false;
  const picked = payable.filter((_, at) => numbers.includes(at + 1)).map(({ id }) => id);
  turn.changeForm({ bill: { ...form.bill, picked } });
  askAgain(turn);
  return true;
}

const mayPick = (turn: TurnInHand, { asking, serviceId }: Form): boolean =>
  asking.what === 'bill-confirmation' && turn.context.catalogue.find(serviceId)?.dues?.eachByItself === true;

/** The bill was shown, and the citizen says pay: that is the affirmed summary of a payment. */
export function payBill(turn: TurnInHand, part: string): void {
  const { form } = turn.conversation;
  if (form?.asking.what !== 'bill-confirmation') return hearStale(turn);
  if (!form.bill || form.asking.isToldBeside) return goOn(turn);
  const demands = payableOf(form.bill.bill);
  const chosen = part === 'picked' ? pickedOf(form) : part === 'oldest' ? demands.slice(0, 1) : demands;
  if (chosen.length === 0) return hearStale(turn);
  turn.wish({
    type: 'submit',
    submission: {
      applicationId: form.applicationId,
      serviceId: form.serviceId,
      definitionVersion: form.version,
      answers: { ...form.answers, pay_part: chosen.length < demands.length ? 'arrears' : 'full' },
      papers: [],
      billed: chosen.map(({ id, period, amount }) => ({ id, period, amount })),
      billedTo: { owner: form.bill.bill.owner, address: form.bill.bill.address },
    },
  });
}
