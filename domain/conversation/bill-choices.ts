import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { add } from '../shared/money.ts';
import { lines, type Phrase, type PhraseValue, phrase } from '../shared/phrase.ts';
import type { Say } from './asking.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import type { ShownBill } from './event.ts';
import { oneListOf } from './list-rows.ts';
import type { Choice } from './message.ts';
import { choice } from './turn.ts';

type ShownDemand = ShownBill['demands'][number];

export const payableOf = ({ demands }: ShownBill): readonly ShownDemand[] => demands.filter((each) => !each.inCourt);

/** The demands that were picked one by one, in the order of the bill. */
export const pickedOf = ({ bill }: Form): readonly ShownDemand[] =>
  bill ? payableOf(bill.bill).filter(({ id }) => bill.picked?.includes(id)) : [];

export const isPicking = (form: Form): boolean => pickedOf(form).length > 0;

/** Shows what is owed, and how it can be paid: together, the oldest first, or each by itself. */
export function sayBill({ dues }: ServiceDefinition, form: Form, say: Say): void {
  if (!form.bill) return;
  const { account, bill } = form.bill;
  const shown = phrase('bill.shown', { account: lastFour(account), owner: bill.owner, address: bill.address });
  const payable = payableOf(bill);
  const inCourt = bill.demands.filter((each) => each.inCourt).map((each) => lineOf(each, 'bill.inCourt'));
  if (payable.length === 0) {
    return say(lines(shown, ...inCourt), { choices: [choice(command.billOther, 'bill.otherAccount')] });
  }
  if (dues?.eachByItself && payable.length > 1) return sayEach(form, payable, [shown], inCourt, say);
  const each = payable.map((one) => lineOf(one, 'bill.line'));
  say(lines(shown, ...each, ...inCourt, phrase('bill.total', { total: { money: bill.total } })), {
    choices: [
      payAll(bill),
      ...(payable.length > 1 ? [choice(command.billPay('oldest'), 'bill.payOldest', oldestOf(payable))] : []),
      choice(command.billOther, 'bill.otherAccount'),
    ],
  });
}

function sayEach(
  form: Form,
  payable: readonly ShownDemand[],
  before: readonly Phrase[],
  inCourt: readonly Phrase[],
  say: Say,
): void {
  if (!form.bill) return;
  const picked = pickedOf(form);
  const total = { money: add(...picked.map(({ amount }) => amount)) };
  const rows = payable.map(({ id, amount }, at) =>
    choice(command.billPick(id), 'bill.pick', { n: at + 1, amount: { money: amount } }),
  );
  const beside: readonly Choice[] = [
    picked.length > 0 ? choice(command.billPay('picked'), 'bill.payAll', { total }) : payAll(form.bill.bill),
    choice(command.billOther, 'bill.otherAccount'),
  ];
  const numbers = picked.map((each) => String(payable.indexOf(each) + 1)).join(', ');
  const text =
    picked.length > 0
      ? lines(phrase('bill.picked', { numbers, total }))
      : lines(
          ...before,
          ...payable.map((each, at) => lineOf(each, 'bill.numbered', at + 1)),
          ...inCourt,
          phrase('bill.whichOnes', { total: { money: form.bill.bill.total } }),
        );
  const from = form.asking.what === 'bill-confirmation' ? form.asking.from : undefined;
  say(text, {
    choices: oneListOf(rows, from, (next) => command.more('bill', next), beside),
    listTitle: phrase('form.choose'),
  });
}

const payAll = ({ total }: ShownBill): Choice =>
  choice(command.billPay('full'), 'bill.payAll', { total: { money: total } });

function lineOf({ period, amount, what }: ShownDemand, key: string, n = 0): Phrase {
  const named = what === undefined ? period : { phrase: phrase(`bill.lines.${what}`) };
  const when = /^\d{4}-\d\d-\d\d$/.test(period) ? { date: period } : period;
  return phrase(key, { n, period: when, what: named, amount: { money: amount } });
}

const oldestOf = ([oldest]: readonly ShownDemand[]): Record<string, PhraseValue> =>
  oldest ? { period: oldest.period, amount: { money: oldest.amount } } : {};

const lastFour = (account: string): string => `…${account.slice(-4)}`;
