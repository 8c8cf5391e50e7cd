import { gapsOf, type MessageTemplate, type TemplateLanguage } from './message-template.ts';

/** What a provider's reviewers hold a text to; facts of config, since they change. */
export interface WordingRules {
  readonly longestBody: number;
  readonly longestFooter: number;
  readonly longestButton: number;
  readonly mostButtons: number;
  /** For how long a one-time password may be good, by its template. */
  readonly mostCodeMinutes: number;
  /** Characters of a one-time password. */
  readonly longestCode: number;
  /** Words of the text, less the gaps, for each gap. */
  readonly wordsForEachGap: number;
  /** By language: words of offers, of hurry and of praise. */
  readonly promotional: Readonly<Record<TemplateLanguage, readonly string[]>>;
  /** What nobody may be asked for in a template. */
  readonly sensitive: readonly string[];
  readonly shorteners: readonly string[];
}

export interface WordingProblem {
  readonly language: TemplateLanguage;
  readonly problem:
    | 'bad-name'
    | 'marketing'
    | 'too-long'
    | 'gap-at-the-end'
    | 'gaps-touch'
    | 'too-many-gaps'
    | 'no-case-named'
    | 'no-example'
    | 'promotional'
    | 'asks-for-secrets'
    | 'shortened-link'
    | 'emphasis'
    | 'buttons'
    | 'code';
  readonly word?: string;
}

/** What would have a template refused, or taken for marketing, were it submitted. */
export function wordingProblems(template: MessageTemplate, rules: WordingRules): readonly WordingProblem[] {
  if (template.category === 'authentication') return codeProblems(template, rules);
  return (['en', 'hi'] as const).flatMap((language) =>
    problemsIn(template, language, rules).map((each) => ({ language, ...each })),
  );
}

/** The words of a one-time password are the provider's own, so that nothing can be wrong but what surrounds them. */
function codeProblems({ name, code, document, buttons, texts }: MessageTemplate, rules: WordingRules) {
  const isGood = code !== undefined && code.minutes >= 1 && code.minutes <= rules.mostCodeMinutes;
  return (['en', 'hi'] as const).flatMap((language): readonly WordingProblem[] => {
    const [gap, ...others] = gapsOf(texts[language].body);
    const isBare = !document && !buttons && gap === code?.gap && others.length === 0;
    return [
      ...(NAME.test(name) ? [] : [{ language, problem: 'bad-name' as const }]),
      ...(isGood && isBare ? [] : [{ language, problem: 'code' as const }]),
    ];
  });
}

const NAME = /^[a-z0-9_]{1,512}$/;

type Problem = Omit<WordingProblem, 'language'>;

function problemsIn(template: MessageTemplate, language: TemplateLanguage, rules: WordingRules): readonly Problem[] {
  const { body, footer = '', buttons = [] } = template.texts[language];
  const gaps = gapsOf(body);
  const said = [body, footer, ...buttons].join('\n').toLowerCase();
  const words = body.replaceAll(/\{\{\w+\}\}/g, ' ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const commands = template.buttons ?? [];
  const tooLong = body.length > rules.longestBody || footer.length > rules.longestFooter;
  const checks: readonly (Problem | false | undefined)[] = [
    !NAME.test(template.name) && { problem: 'bad-name' },
    template.category === 'marketing' && { problem: 'marketing' },
    tooLong && { problem: 'too-long' },
    /^\s*\{\{|\}\}[\s\p{P}]*$/u.test(body) && { problem: 'gap-at-the-end' },
    /\}\}\s*\{\{/.test(body) && { problem: 'gaps-touch' },
    words.length < gaps.length * rules.wordsForEachGap && { problem: 'too-many-gaps' },
    gaps.length === 0 && { problem: 'no-case-named' },
    gaps.some((gap) => !template.examples[gap]?.trim()) && { problem: 'no-example' },
    foundIn(said, rules.promotional[language], 'promotional'),
    foundIn(said, rules.sensitive, 'asks-for-secrets'),
    foundIn(said, rules.shorteners, 'shortened-link'),
    /!|\b[A-Z]{5,}\b/.test(body.replaceAll(/\{\{\w+\}\}/g, '')) && { problem: 'emphasis' },
    (commands.length !== buttons.length ||
      buttons.length > rules.mostButtons ||
      new Set(buttons).size !== buttons.length ||
      buttons.some((title) => title.length > rules.longestButton || title.includes('{{'))) && { problem: 'buttons' },
  ];
  return checks.filter((each) => typeof each === 'object');
}

/** Whole words only: "offered" is not "offer", and Hindi has no capital letters to tell words by. */
function foundIn(said: string, wanted: readonly string[], problem: Problem['problem']): Problem | undefined {
  const word = wanted.find((each) =>
    new RegExp(`(?<![\\p{L}\\p{M}])${each.replaceAll('.', '\\.')}(?![\\p{L}\\p{M}])`, 'iu').test(said),
  );
  return word === undefined ? undefined : { problem, word };
}
