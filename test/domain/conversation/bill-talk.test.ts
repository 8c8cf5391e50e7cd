import { beforeEach, describe, expect, it } from 'vitest';
import type { ShownBill } from '#domain/conversation/event.ts';
import { rupees } from '#domain/shared/money.ts';
import { SimulatedTalk } from '#test/kit/dialogue.ts';

const NOW = '2026-11-25T05:30:00.000Z';

const challan = (id: string, what: string, amount: number, inCourt = false): ShownBill['demands'][number] => ({
  id,
  period: '2026-09-04',
  dueOn: '2026-12-03',
  amount: rupees(amount),
  what,
  ...(inCourt && { inCourt }),
});

const three: ShownBill = {
  owner: 'R… V…',
  address: 'Rohini',
  total: rupees(3500),
  demands: [
    challan('C1', 'speeding', 2000),
    challan('C2', 'red-light', 1000),
    challan('C3', 'parking', 500),
    challan('C4', 'helmet', 700, true),
  ],
};

describe('paying some of several challans', () => {
  let talk: SimulatedTalk;

  const heard = (content: { type: 'text'; text: string } | { type: 'choice'; id: string }): string =>
    talk
      .hear({ type: 'heard', content })
      .map((message) => talk.shown(message))
      .join('\n');
  const says = (text: string): string => heard({ type: 'text', text });
  const taps = (id: string): string => heard({ type: 'choice', id });
  const submitted = (): readonly string[] =>
    talk.wishes.flatMap((wish) => (wish.type === 'submit' ? (wish.submission.billed ?? []).map(({ id }) => id) : []));

  beforeEach(() => {
    talk = new SimulatedTalk('en', NOW);
    talk.conversation = {
      ...talk.conversation,
      consents: { 'e-challan-payment': 'notice-1' },
      languageChosen: true,
      form: {
        applicationId: 'application-1',
        serviceId: 'e-challan-payment',
        version: '2026-11-01',
        answers: { search_value: 'DL8CAB1234' },
        papers: {},
        papersSkipped: [],
        asking: { what: 'bill' },
        step: 1,
        startedAt: NOW,
      },
    };
    const shown = talk.hear({ type: 'bill', account: 'DL8CAB1234', bill: three });
    expect(shown.map((message) => talk.shown(message)).join('\n')).toMatch(/2\. Red light.*₹1,000/);
  });

  it('shows what is before a court, and does not ask money for it', () => {
    const [shown] = talk.said.map((message) => talk.shown(message));
    expect(shown).toMatch(/No helmet.*before the court/);
    expect(shown).toMatch(/Together ₹3,500/);
    taps('bill/pick/C4');
    taps('bill/pay/full');
    expect(submitted()).toEqual(['C1', 'C2', 'C3']);
  });

  it('pays the ones that were tapped, and lets one go at a second tap', () => {
    taps('bill/pick/C1');
    taps('bill/pick/C3');
    expect(taps('bill/pick/C1')).toMatch(/no\. 3: ₹500/);
    taps('bill/pay/picked');
    expect(submitted()).toEqual(['C3']);
  });

  it.each([
    ['1,3', ['C1', 'C3']],
    ['1 aur 3', ['C1', 'C3']],
    ['2', ['C2']],
    ['१ और २', ['C1', 'C2']],
    ['sab', ['C1', 'C2', 'C3']],
    ['all', ['C1', 'C2', 'C3']],
  ])('understands "%s", and pays after a yes', (text, ids) => {
    says(text);
    expect(submitted()).toEqual([]);
    says('yes');
    expect(submitted()).toEqual(ids);
  });

  it('pays all at a yes without a choice', () => {
    says('yes');
    expect(submitted()).toEqual(['C1', 'C2', 'C3']);
  });

  it('pays nothing for a number that no challan has', () => {
    says('1,7');
    says('bill');
    expect(submitted()).toEqual([]);
  });
});
