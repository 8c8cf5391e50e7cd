import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsTariffs } from '#config/sms-tariffs.ts';
import { costOf } from '#domain/notification/tariff.ts';

const since = { verified: false, source: 'the test' };
const tariff = [
  { value: 19.5, from: '2026-04-01', ...since },
  { value: 12.25, from: '2021-06-01', ...since },
];

describe('the cost of a message', () => {
  it('goes by the newest price that is in force on the day in India, whatever their order', () => {
    expect(costOf(3, tariff, '2026-03-31T18:29:00.000Z')).toEqual({ segments: 3, paise: 36.75 });
    expect(costOf(3, tariff, '2026-03-31T18:31:00.000Z')).toEqual({ segments: 3, paise: 58.5 });
  });

  it('is not known before there was a price', () => {
    expect(costOf(3, tariff, '2020-01-01T00:00:00.000Z')).toEqual({ segments: 3 });
  });

  it('adds up: messages together cost what their segments cost', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (one, other) => {
        const paise = (segments: number) => costOf(segments, tariff, '2026-05-01T00:00:00.000Z').paise ?? 0;
        expect(paise(one) + paise(other)).toBeCloseTo(paise(one + other), 3);
      }),
    );
  });

  it('has a price for every provider of SMS', () => {
    for (const prices of [smsTariffs['twilio-sms'], smsTariffs['http-sms']])
      expect(costOf(1, prices ?? [], '2026-11-26T00:00:00.000Z').paise).toBeGreaterThan(0);
  });
});
