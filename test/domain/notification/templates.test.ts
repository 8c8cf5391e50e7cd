import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rules from '#config/templates/wording-rules.json' with { type: 'json' };
import { commandBehind, type MessageTemplate, servedBy } from '#domain/notification/message-template.ts';
import { filled } from '#domain/notification/template-filling.ts';
import {
  heardOf,
  type TemplateStanding,
  type TemplateWord,
  whyNotSent,
} from '#domain/notification/template-standing.ts';
import { wordingProblems } from '#domain/notification/template-wording.ts';
import { lines, phrase, verbatim } from '#domain/shared/phrase.ts';
import { NOW } from '#test/kit/fakes.ts';

const good = 'Your complaint {{ticket}} about the street has been closed by the office.';
const aTemplate = (body: string, more: Partial<MessageTemplate> = {}): MessageTemplate => ({
  name: 'complaint_closed',
  category: 'utility',
  serves: ['complaint.closed'],
  texts: { en: { body }, hi: { body: 'आपकी शिकायत {{ticket}} को दफ़्तर ने बंद कर दिया है।' } },
  examples: { ticket: 'MCD-1' },
  ...more,
});
const problemsOf = (template: MessageTemplate) => wordingProblems(template, rules).map(({ problem }) => problem);

describe('the wording of a template', () => {
  it.each([
    ['a gap at the beginning', '{{ticket}} is the number of the complaint that the office closed.', 'gap-at-the-end'],
    ['a gap at the end', 'The office has closed the complaint with the number {{ticket}}.', 'gap-at-the-end'],
    [
      'two gaps that touch',
      'The complaint {{ticket}} {{ticket}} of yours is closed by the office today.',
      'gaps-touch',
    ],
    ['few words for its gaps', 'Closed: {{ticket}} now.', 'too-many-gaps'],
    ['no case', 'Dear citizen, one of your complaints has been closed.', 'no-case-named'],
    ['an offer', `${good} Apply now for our best offer.`, 'promotional'],
    ['hurry', `${good} Hurry to see it.`, 'promotional'],
    ['a shortened link', `${good} See bit.ly/x for more.`, 'shortened-link'],
    ['a question for secrets', `${good} Reply with your Aadhaar number please.`, 'asks-for-secrets'],
    ['an exclamation', `${good} Thank you!`, 'emphasis'],
    ['more than fits', good.padEnd(1025, 'x'), 'too-long'],
  ] as const)('is refused for %s', (_name, body, problem) => {
    expect(problemsOf(aTemplate(body))).toContain(problem);
  });

  it('is fine when it names one case plainly', () => {
    expect(problemsOf(aTemplate(good))).toEqual([]);
    expect(problemsOf(aTemplate(good.replace('closed', 'offered')))).toEqual([]);
  });

  it('is refused without an example, with a button that leads nowhere, and as marketing', () => {
    expect(problemsOf(aTemplate(good, { examples: {} }))).toContain('no-example');
    expect(problemsOf(aTemplate(good, { buttons: ['menu/mine'] }))).toContain('buttons');
    expect(problemsOf(aTemplate(good, { category: 'marketing' }))).toContain('marketing');
  });
});

describe('the template of a one-time password', () => {
  const body = '{{code}} is your verification code.';
  const aCode = (more: Partial<MessageTemplate> = {}) =>
    aTemplate(body, {
      category: 'authentication',
      code: { gap: 'code', minutes: 5 },
      texts: { en: { body }, hi: { body } },
      ...more,
    });

  it('needs no more than its code, since the provider writes the words', () => {
    expect(problemsOf(aCode())).toEqual([]);
  });

  it('is refused with anything else, and for longer than the provider allows', () => {
    expect(problemsOf(aCode({ code: { gap: 'code', minutes: 91 } }))).toContain('code');
    expect(problemsOf(aCode({ buttons: ['menu/mine'] }))).toContain('code');
    expect(problemsOf(aCode({ document: true }))).toContain('code');
    expect(problemsOf(aTemplate(good, { category: 'authentication' }))).toContain('code');
  });
});

describe('what fills a template', () => {
  const anyValue = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 2000 }),
    fc.string({ unit: fc.constantFrom('\n', '\t', ' ', '\r', '\u0007', 'क्षि', '।', '.', '😀'), maxLength: 900 }),
  );

  it('fits whatever is filled in, in one line and without rows of spaces, and cuts no letter in two', () => {
    const gaps = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(gaps, fc.array(anyValue, { minLength: 4, maxLength: 4 }), (names, values) => {
        const body = `We have ${names.map((name) => `word of {{${name}}} and`).join(' ')} so on.`;
        const given = filled(body, rules.longestBody, (gap) => values['abcd'.indexOf(gap)] ?? '');
        const whole = given.reduce((text, { name, text: value }) => text.replaceAll(`{{${name}}}`, value), body);
        expect(whole.length).toBeLessThanOrEqual(rules.longestBody);
        for (const { text } of given) {
          expect(text).not.toMatch(/[\p{Cc}]|\s{2}/u);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});

describe('a template', () => {
  it('goes in place of the first sentence that it serves', () => {
    const said = lines(verbatim('hello'), phrase('complaint.closed', { ticket: '1' }), phrase('query.answerHere'));
    expect(servedBy(said, [aTemplate(good)])).toMatchObject({
      template: { name: 'complaint_closed' },
      values: { ticket: '1' },
    });
    expect(servedBy(verbatim('complaint.closed'), [aTemplate(good)])).toBeUndefined();
  });

  it('has buttons that send back what the message’s own choices would', () => {
    const choices = [{ id: 'complaint/7/done' }, { id: 'complaint/7/reopen' }];
    expect(commandBehind('complaint/+/reopen', choices)).toBe('complaint/7/reopen');
    expect(commandBehind('pay/+', choices)).toBeUndefined();
    expect(commandBehind('menu/mine', [])).toBe('menu/mine');
  });
});

const aWord: fc.Arbitrary<TemplateWord> = fc.record(
  {
    name: fc.constant('n'),
    language: fc.constant('hi'),
    status: fc.constantFrom('approved', 'pending', 'rejected', 'paused', 'disabled', 'gone'),
    category: fc.constantFrom('utility', 'authentication', 'marketing'),
    announced: fc.constantFrom(null, { category: 'marketing' as const }, { category: 'marketing' as const, from: NOW }),
  },
  { requiredKeys: ['name', 'language'] },
);
const standingAfter = (words: readonly TemplateWord[]) =>
  words.reduce<TemplateStanding | undefined>((standing, word) => heardOf(standing, word, NOW), undefined);

describe('how a template stands', () => {
  it('lets nothing out but what was approved, last of all, as utility or authentication', () => {
    fc.assert(
      fc.property(fc.array(aWord), (words) => {
        const last = (what: 'status' | 'category' | 'announced') =>
          words.findLast((word) => word[what] !== undefined)?.[what];
        const mayLeave =
          last('status') === 'approved' &&
          ['utility', 'authentication'].includes(String(last('category'))) &&
          !last('announced');
        expect(whyNotSent(standingAfter(words), NOW) === undefined).toBe(mayLeave);
      }),
    );
  });

  it('keeps from when it will be another category, when the provider is asked and names no time', () => {
    const from = '2099-01-01T00:00:00.000Z';
    const [ours, announced] = [{ name: 'n', language: 'hi' } as const, { category: 'marketing' } as const];
    const said: TemplateWord = { ...ours, status: 'approved', category: 'utility', announced: { ...announced, from } };
    const polled: TemplateWord = { ...ours, status: 'approved', category: 'utility', announced };
    expect(whyNotSent(standingAfter([said, polled]), NOW)).toBeUndefined();
    expect(whyNotSent(standingAfter([polled]), NOW)).toBe('template-marketing');
  });

  it('is the same after a word that tells nothing new, and remembers what does', () => {
    fc.assert(
      fc.property(fc.array(aWord, { minLength: 1, maxLength: 20 }), (words) => {
        const standing = standingAfter(words);
        if (!standing) return;
        expect(heardOf(standing, { ...standing }, NOW).history.length).toBeLessThanOrEqual(standing.history.length + 1);
        const { history, ...known } = standing;
        expect(heardOf(standing, known, NOW)).toBe(standing);
        expect(history.length).toBeGreaterThan(0);
      }),
    );
  });
});
