import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Facts, factsOf, holds, RuleMistake } from '#domain/catalogue/rule.ts';
import { renameFacts } from '#domain/catalogue/rule-syntax.ts';

const today = '2026-11-23';
const value = (rule: string, facts: Facts = {}) => {
  const result = evaluate(rule, facts, today);
  return result.known ? result.value : result.missing;
};

describe('a rule', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['-2 + 5 - 1', 2],
    ['5 * (copies - 1)', 10],
    ['min(3, copies, 9)', 3],
    ['max(2, 48000 - 50000)', 2],
    ['8 / 2 / 2 * 3', 6],
    ['ceil(7 / 2)', 4],
    ['floor(7 / 2)', 3],
    ['round(7 / 2)', 4],
    ['ceil((0.1 + 0.2) * 10)', 3],
    ['10 * ceil(copies / 2)', 20],
    ["request_type == 'copy'", true],
    ["request_type != 'copy'", false],
    ["request_type in ['new', 'copy']", true],
    ["request_type in ('new', 'late')", false],
    ["'b' in several", true],
    ['copies < 10', true],
    ['copies >= 3 and copies <= 3', true],
    ["not (copies == 3) or request_type == 'copy'", true],
    ['days_since(born) > 21', false],
    ['days_since(born)', 18],
    ['days_since(slot)', -7],
    ['years_since(old)', 26],
    ['age_on(old, born)', 26],
    ['today >= valid_to - 365', true],
    ['valid_to - today', 30],
    ['employed == false', true],
    ['not employed', true],
    ["copies == '3'", true],
    ["copies == 'three'", false],
  ])('%s gives %s', (rule, expected) => {
    const facts = {
      copies: '3',
      request_type: 'copy',
      several: 'a, b',
      born: '2026-11-05',
      slot: '2026-11-30T09:00',
      old: '2000-02-29',
      valid_to: '2026-12-23',
      employed: 'no',
    };
    expect(value(rule, facts)).toEqual(expected);
  });

  it.each([
    ['1 / 0', []],
    ['copies / (copies - copies)', ['copies']],
    ['1 / 0 > 3 or true', true],
    ['unknown_one and false', false],
    ['false and unknown_one', false],
    ['unknown_one or true', true],
    ['unknown_one and true', ['unknown_one']],
    ['unknown_one or false', ['unknown_one']],
    ['not unknown_one', ['unknown_one']],
    ['unknown_one > 3 and other == 1', ['unknown_one', 'other']],
    ["unknown_one in ['a']", ['unknown_one']],
    ["'a' in ['a', unknown_one]", true],
    ['min(1, unknown_one)', ['unknown_one']],
    ['days_since(unknown_one)', ['unknown_one']],
  ])('leaves %s as undecided as it is: %s', (rule, expected) => {
    expect(value(rule)).toEqual(expected);
  });

  it('takes an empty answer for unknown, not for nothing', () => {
    expect(holds("child_name == ''", { child_name: '' }, today)).toBeUndefined();
  });

  it('tells long numbers apart that a computer number would blur', () => {
    expect(holds("account == '123456789012345679'", { account: '123456789012345678' }, today)).toBe(false);
  });

  it('asks the register, and says which one when it is silent', () => {
    const rule = "not registered('upic', upic)";
    const facts = { upic: '123' };
    expect(holds(rule, facts, today, { registered: (_, number) => number === '123' })).toBe(false);
    expect(evaluate(rule, facts, today)).toEqual({ known: false, missing: ['registered:upic'] });
    expect(evaluate(rule, {}, today)).toEqual({ known: false, missing: ['upic'] });
  });

  it('names its facts, each once and without today', () => {
    expect(factsOf("a == 1 and (b in ['x', c] or not a) and days_since(d) < today - e")).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it.each([
    ['', 0],
    ['a ==', 4],
    ['a = 1', 2],
    ['(a', 2],
    ['a b', 2],
    ['1 < a < 3', 6],
    ['open_application(id)', 0],
    ['days_since(a, b)', 0],
    ["a == 'x", 5],
    ['a and or b', 6],
  ])('is refused when it cannot be read: %s at %i', (rule, position) => {
    expect(() => evaluate(rule, {}, today)).toThrow(RuleMistake);
    expect(() => evaluate(rule, {}, today)).toThrow(expect.objectContaining({ position }));
  });

  it('is read or refused as a mistake, whatever it says', () => {
    const words = fc.constantFrom(
      'a',
      'and',
      'or',
      'not',
      'in',
      '==',
      '<',
      '(',
      ')',
      '[',
      ']',
      ',',
      '1',
      "'x'",
      '-',
      '*',
      'min',
      'today',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
        ),
        (rule) => {
          try {
            expect(evaluate(rule, { a: '2026-01-01' }, today)).toHaveProperty('known');
          } catch (error) {
            expect(error).toBeInstanceOf(RuleMistake);
          }
        },
      ),
    );
  });

  it('never changes what it has decided when more becomes known', () => {
    const truth = fc.constantFrom(true, false, undefined);
    const rules = ['a and b', 'a or b and not c', 'not (a and c) or b', 'a == b or c in [true, a]'];
    fc.assert(
      fc.property(fc.constantFrom(...rules), truth, truth, truth, fc.boolean(), (rule, a, b, c, later) => {
        const before = holds(rule, { a, b, c }, today);
        const after = holds(rule, { a: a ?? later, b: b ?? later, c: c ?? later }, today);
        expect(before === undefined || before === after).toBe(true);
        expect(after).toBeDefined();
      }),
    );
  });
});

describe('a rule over facts of other names', () => {
  it('keeps its functions, texts and words', () => {
    const rename = (fact: string) => `members.1.${fact}`;
    expect(renameFacts("not (age_on(born, died) < 18) and relation in ['born', 'died']", rename)).toBe(
      "not (age_on(members.1.born, members.1.died) < 18) and members.1.relation in ['born', 'died']",
    );
    expect(value("members.1.relation == 'wife'", { 'members.1.relation': 'wife' })).toBe(true);
  });
});
