import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '#adapters/shared/redact.ts';

describe('what may stand in a log', () => {
  it.each([
    ['call +91 00000 00001 now', 'call [number] now'],
    ['to 910000000001', 'to [number]'],
    ['to: 0000-000-001, or (000) 000-0001.', 'to: [number], or ([number].'],
    ['आधार ०००० १२३४ ५६७८', 'आधार [number]'],
    ['id wamid.HBgMOTEwMDAwMDAwMDAxFQIAEhgg/+==', 'id [message id]'],
  ])('blanks the number in "%s"', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'error 131047 at 2026-03-05T04:30:00.000Z',
    'application 01890a5d-ac96-774b-bcce-b302099a8057',
    'application 12345678-1234-7123-8123-12345678901f',
    'EK-2026-000017 and ₹1,250',
  ])('leaves "%s" as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('blanks every secret, the longer one first', () => {
    expect(redact('Bearer abc-def, abc', ['abc', 'abc-def', ''])).toBe('Bearer [secret], [secret]');
  });

  it('leaves no secret, whatever it is and wherever it stands', () => {
    const secret = fc.stringMatching(/^[A-Za-z]{8,20}$/);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        expect(redact(`${before}${hidden}${after}`, [hidden])).not.toContain(hidden);
      }),
    );
  });
});
