import { describe, expect, it } from 'vitest';
import { readMobile } from '#domain/shared/mobile.ts';

describe('readMobile', () => {
  it.each(['9876543210', '+91 98765 43210', '098765-43210', '९८७६५ ४३२१०', '۹۸۷۶۵۴۳۲۱۰', '੯੮੭੬੫੪੩੨੧੦'])(
    'reads one number in the digits of any script: %s',
    (text) => {
      expect(readMobile(text)).toBe('+919876543210');
    },
  );

  it.each(['12345', 'meri 9876543210', '98765432101'])('takes %j for none', (text) => {
    expect(readMobile(text)).toBeUndefined();
  });
});
