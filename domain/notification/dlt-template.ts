import type { Dated } from '../catalogue/service-definition.ts';
import type { Language } from '../shared/language.ts';

/** What an Indian SMS may be for, as operators register it; we send no offers. */
export type DltCategory = 'transactional' | 'service-implicit' | 'service-explicit';

/** A text that is registered with an operator (DLT): networks drop what is not a filling of one, and count it against the sender. */
export interface DltTemplate {
  readonly name: string;
  readonly category: DltCategory;
  /** The sender that is shown, registered as well. */
  readonly header: string;
  /** The sentence, by its key, that it is. */
  readonly serves: string;
  readonly texts: Readonly<Record<Language, DltText>>;
  /** By gap of the sentence; as long as real ones are. */
  readonly examples: Readonly<Record<string, string>>;
  readonly from: string;
  readonly verified: boolean;
  readonly source: string;
}

export interface DltText {
  /** The operator's id. */
  readonly id: string;
  /** As registered, with `{#var#}` or another tag for each gap; several in a row where more is to be said than one can hold. */
  readonly text: string;
}

export interface DltRules {
  /** Characters that fill one gap. */
  readonly longestGap: Dated<number>;
  readonly longestText: Dated<number>;
  readonly idDigits: Dated<number>;
  readonly headerLetters: Dated<number>;
}

export interface DltProblem {
  readonly language?: Language;
  readonly problem:
    | 'bad-id'
    | 'bad-header'
    | 'too-long'
    | 'only-gaps'
    | 'differs-from-sentence'
    | 'example-does-not-fit';
}

/** What would have a text refused, by the operator or on its way. `sentenceOf` gives the sentence as it is said now. */
export function dltProblems(
  template: DltTemplate,
  rules: DltRules,
  sentenceOf: (key: string, language: Language) => string | undefined,
): readonly DltProblem[] {
  const isHeader = new RegExp(`^[A-Za-z]{${rules.headerLetters.value}}$`).test(template.header);
  const inTexts = Object.entries(template.texts).flatMap(([language, text]) =>
    problemsOf(text, template, sentenceOf(template.serves, language) ?? '', rules).map((problem) => ({
      language,
      problem,
    })),
  );
  return [...(isHeader ? [] : [{ problem: 'bad-header' as const }]), ...inTexts];
}

function problemsOf({ id, text }: DltText, { examples }: DltTemplate, sentence: string, rules: DltRules) {
  const filled = sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, gap: string) => examples[gap] ?? '');
  const begun = dltPattern(text, rules.longestGap.value, { onlyBegins: true });
  const checks: readonly (DltProblem['problem'] | false)[] = [
    !new RegExp(`^\\d{${rules.idDigits.value}}$`).test(id) && 'bad-id',
    text.length > rules.longestText.value && 'too-long',
    !/\p{L}/u.test(text.replaceAll(GAP, '')) && 'only-gaps',
    !saysTheSame(text, sentence) && 'differs-from-sentence',
    !begun.test(filled) && 'example-does-not-fit',
  ];
  return checks.filter((each) => each !== false);
}

/** An operator may want it told what a gap holds: `{#var#}`, `{#url#}`. */
const GAP = /\{#\w+#\}/g;
const GAPS = /((?:\{#\w+#\})+)/;

/** Lines with links may follow the sentence. */
function saysTheSame(text: string, sentence: string): boolean {
  const [registered, said] = [text.split(/(?:\{#\w+#\})+/), sentence.split(/(?:\{\{\w+\}\})+/)];
  const last = said.length - 1;
  return said.every((part, i) => {
    const fixed = registered[i] ?? '';
    return i < last ? fixed === part : fixed === part || fixed.startsWith(`${part}\n`);
  });
}

/** What fits a registered text; `onlyBegins`: of the sentence alone, without the lines that may follow. */
export function dltPattern(text: string, longestGap: number, { onlyBegins = false } = {}): RegExp {
  const literal = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // Gaps in a row as one: each by itself would have every way tried to share a text among them.
  const gaps = (count: number) => `[\\s\\S]{0,${count * longestGap}}`;
  const patternOf = (each: string) =>
    each
      .split(GAPS)
      .map((part, i) => (i % 2 === 0 ? literal(part) : gaps(part.match(GAP)?.length ?? 0)))
      .join('');
  if (!onlyBegins) return new RegExp(`^${patternOf(text)}$`, 'u');
  const [first = '', ...more] = text.split('\n').map(patternOf);
  return new RegExp(`^${first}${more.reduceRight((rest, line) => `(?:\\n${line}${rest})?`, '')}$`, 'u');
}

/** The sentences in these languages that no text is registered for. */
export const unregistered = (
  keys: readonly string[],
  languages: readonly Language[],
  templates: readonly DltTemplate[],
): readonly { readonly key: string; readonly language: Language }[] =>
  keys.flatMap((key) =>
    languages
      .filter((language) => !templates.some(({ serves, texts }) => serves === key && texts[language]))
      .map((language) => ({ key, language })),
  );
