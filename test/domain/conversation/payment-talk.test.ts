import { describe, expect, it } from 'vitest';
import type { PaymentEvent } from '#domain/conversation/event.ts';
import { rupees } from '#domain/shared/money.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const updates = (more: Partial<Extract<PaymentEvent, { type: 'payment' }>>) => {
  const talk = new SimulatedTalk('hi', '2026-03-23T05:00:00.000Z');
  const paid = { applicationId: 'a-1', serviceId: 'birth-certificate', outcome: 'paid', amount: rupees(50) } as const;
  const said = talk.hear({ type: 'payment', ...paid, ...more });
  return said.flatMap(({ orderUpdate }) => orderUpdate ?? []);
};

const heard = (outcome: Extract<PaymentEvent, { type: 'payment' }>['outcome'], more = {}) => {
  const talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
  const paid = { applicationId: 'a-1', serviceId: 'birth-certificate', amount: rupees(50), refundDays: 7 };
  const said = talk.hear({ type: 'payment', ...paid, outcome, ...more });
  return said.map((message) => talk.shown(message)).join();
};

describe('the word of money that goes back', () => {
  it('says how many days it mostly takes, as config has it', () => {
    expect(heard('returned')).toContain('within 7 days');
    expect(heard('to-be-refunded')).toContain('within 7 days');
  });

  it('says what came, what was due and what happens now, and lets the citizen pay anew', () => {
    const said = heard('to-be-refunded', { reason: 'wrong-amount', amount: rupees(49), due: rupees(50) });
    expect(said).toContain('₹49 came, but ₹50 was to be paid');
    expect(said).toContain('[Try again]');
    expect(heard('mismatched')).toContain('another currency');
  });

  it('says that one of two payments counts and the other goes back', () => {
    expect(heard('to-be-refunded', { reason: 'already-paid' })).toContain('₹50 came again. One payment counts');
  });

  it('says that it is back, with the bank’s number where there is one, or that it takes longer', () => {
    expect(heard('refunded')).toBe('₹50 has been given back to where it came from.');
    expect(heard('refunded', { bankReference: '415900000099' })).toContain('415900000099');
    expect(heard('refund-delayed')).toContain('could not be given back yet');
  });
});

describe('the word of a payment', () => {
  it.each([
    ['paid', 'completed'],
    ['pending', 'processing'],
    ['cancelled', 'canceled'],
    ['mismatched', 'canceled'],
    ['to-be-refunded', 'canceled'],
  ] as const)('of one that is %s brings the order in the chat to %s, however it was paid', (outcome, status) => {
    const order = { paymentId: 'payment-1', amount: rupees(60), status };
    expect(updates({ orderFor: 'payment-1', outcome, due: rupees(60) })).toEqual([order]);
    expect(updates({ outcome })).toEqual([]);
  });

  it.each(['failed', 'returned', 'refunded', 'refund-delayed'] as const)('of one that is %s leaves it', (outcome) => {
    expect(updates({ orderFor: 'payment-1', outcome })).toEqual([]);
  });

  it('that is not wanted any more says that nothing need be paid', () => {
    expect(heard('cancelled')).toContain('need not pay the ₹50');
  });
});
