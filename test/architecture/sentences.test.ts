import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findingsIn, parsed, sourcesIn } from './source.ts';

/** From this many words on, a text is taken for a sentence. */
const WORDS = 4;
/** Our own mark, and a language by its own name, are the same for everybody. */
const names = /(?<!\p{L})(एक|हिन्दी)(?![\p{L}\p{M}])/gu;
const contentSecurityPolicy = /^default-src /;
const devanagari = /\p{Script=Devanagari}/u;

/** Text in code that a person could read: without HTML tags, addresses and gaps. */
function readable(node: ts.Node): string {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return withoutTags(node.text);
  if (!ts.isTemplateExpression(node)) return '';
  return withoutTags([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' · '));
}

const withoutTags = (text: string): string => text.replace(/<!doctype[^>]*>|<\/?[a-z][^>]*>?|^[^<]*>/gi, ' ');

const looksLikeSentence = (text: string): boolean =>
  devanagari.test(text) || (text.match(/(?<![\w./:#-])\p{L}{2,}(?![\w/:#=(-])/gu) ?? []).length >= WORDS;

/** Where texts stand that nobody is told: each with the reason. */
const notSaid: readonly { readonly where: RegExp; readonly because: string }[] = [
  { where: /^domain\/answers\//, because: 'words that citizens say, which we have to understand' },
  { where: /^adapters\/language\//, because: 'words that citizens say, which we have to understand' },
  { where: /^adapters\/text-readers\//, because: 'words that stand on papers, which we have to find' },
  { where: /^adapters\/stand-ins\//, because: 'what a provider would answer to our own code' },
  { where: /^adapters\/persistence\//, because: 'SQL, and what the operator reads when the database does not start' },
  { where: /^adapters\/channels\/[^/]+\/errors\.ts$/, because: 'what `npm run doctor` tells the operator' },
  { where: /^adapters\/web\/health\/metrics\.ts$/, because: 'what the operator reads beside a measure' },
  { where: /^adapters\/web\/page\/shortcuts\.ts$/, because: 'a selector of CSS' },
  { where: /^adapters\/documents\/certificate-printer\/typesetter\.ts$/, because: 'a letter to try the fonts with' },
];

/** For operators and developers: what is thrown as a mistake of ours, written to the log, or found by a check. */
function isForOperators(node: ts.Node): boolean {
  for (let each = node.parent; each; each = each.parent) {
    if (ts.isThrowStatement(each)) return true;
    if (ts.isNewExpression(each) && /(Error|Mistake)$/.test(each.expression.getText())) return true;
    if (ts.isCallExpression(each) && /\b(log|console)\.\w+$/.test(each.expression.getText())) return true;
    if (ts.isPropertyAssignment(each) && /^(problem|note)$/.test(each.name.getText())) return true;
  }
  return false;
}

const isSentence = (node: ts.Node): boolean => {
  const text = readable(node).replace(names, ' ');
  return text.trim() !== '' && !contentSecurityPolicy.test(text) && looksLikeSentence(text) && !isForOperators(node);
};

describe('a sentence for people', () => {
  it.each([
    "export const a = 'We are looking into it';",
    `export const a = (n: number) => \`Your fee is \${n} rupees today\`;`,
    "export const a = 'धन्यवाद';",
    'export const a = html`<p class="lead">Please show your paper</p>`;',
    "reply({ text: 'That did not work, sorry' });",
  ])('is seen in %s', (text) => {
    expect(findingsIn([parsed('a.ts', text)], isSentence)).not.toEqual([]);
  });

  it('is seen in a page', () => {
    const page = parsed('a.tsx', 'export const A = () => <p>Please show your paper</p>;');
    expect(findingsIn([page], isSentence)).not.toEqual([]);
  });

  it.each([
    "throw new RangeError('not a whole number of paise');",
    "log.warn('the provider answered in another way');",
    'export const a = html`<div class="a" id="b c d e"></div>`;',
    "export const a = 'max-age=1, must-revalidate, no-store';",
    "// not a sentence of the code\nimport 'x';",
  ])('is not meant by %s', (text) => {
    expect(findingsIn([parsed('a.ts', text)], isSentence)).toEqual([]);
  });

  it('stands in no code, but by key in the files of texts', () => {
    const files = sourcesIn('domain', 'application', 'adapters');
    const saying = files.filter(({ path }) => !notSaid.some(({ where }) => where.test(path)));
    expect(findingsIn(saying, isSentence)).toEqual([]);
  });

  it('is exempt only where there is something to exempt', () => {
    const files = sourcesIn('domain', 'application', 'adapters');
    const idle = notSaid.filter(
      ({ where }) =>
        findingsIn(
          files.filter(({ path }) => where.test(path)),
          isSentence,
        ).length === 0,
    );
    expect(idle).toEqual([]);
  });
});
