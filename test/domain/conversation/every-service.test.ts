import { describe, expect, it } from 'vitest';
import { services } from '#config/services/index.ts';
import { missingKeys } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';

/** Answers that must fit together, which nobody finds one by one. */
const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'health-card': { date_of_birth: '1/1/1950' },
  'solvency-certificate': { amount_needed: '2 lakh', 'properties.1.market_value': '5 lakh', liabilities: '0' },
};

/** Every service, played from the first message to its end by somebody who answers plainly. */
describe.each(services.map((service) => [service.id, service] as const))('%s', (_, service) => {
  it.each(['hi', 'en'])('runs from the first message to its end in %s', (language) => {
    const before = missingKeys().length;
    const { talk, transcript, wasShown } = playPlainly(service, language, chosen[service.id]);
    const filed = talk.wishes.filter(({ type }) => type === 'submit');
    expect(filed, transcript.slice(-6).join('\n')).toHaveLength(service.kind === 'information' ? 0 : 1);
    // Dues show their bill instead: what is paid is affirmed there.
    if (service.kind !== 'information' && !service.dues) expect(wasShown).toBe(true);
    expect(missingKeys().slice(before)).toEqual([]);
  });
});
