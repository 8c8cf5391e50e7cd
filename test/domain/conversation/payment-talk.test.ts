import { describe, expect, it } from 'vitest';
import type { PaymentEvent } from '#domain/conversation/event.ts';
import { rupees } from '#domain/shared/money.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const ordersDone = (more: Partial<Extract<PaymentEvent, { type: 'payment' }>>) => {
  const talk = new SimulatedTalk('hi', '2026-03-23T05:00:00.000Z');
  const paid = { applicationId: 'a-1', serviceId: 'birth-certificate', outcome: 'paid', amount: rupees(50) } as const;
  const said = talk.hear({ type: 'payment', ...paid, ...more });
  return said.flatMap(({ orderDone }) => orderDone ?? []);
};

describe('the word of a payment', () => {
  it('closes the order in the chat, where it was paid by one', () => {
    expect(ordersDone({ orderFor: 'payment-1' })).toEqual(['payment-1']);
    expect(ordersDone({})).toEqual([]);
  });

  it('leaves an order that was not paid open, so that it can be', () => {
    expect(ordersDone({ orderFor: 'payment-1', outcome: 'failed' })).toEqual([]);
    expect(ordersDone({ orderFor: 'payment-1', outcome: 'pending' })).toEqual([]);
  });
});
