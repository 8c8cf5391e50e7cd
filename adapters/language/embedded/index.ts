import type { LanguageEngine } from '#application/ports/out/language-engine.ts';
import { isRude } from '#domain/answers/is-rude.ts';
import { inHindi } from '#domain/conversation/language-talk.ts';
import type { Act, GeneralIntent, Intent, Meaning } from '#domain/conversation/meaning.ts';
import type { InstalledLanguage } from '#domain/shared/language.ts';
import { byLetters } from './by-letters.ts';
import { Classifier } from './classifier.ts';
import { countFeatures, formsOf } from './features.ts';
import { languageOf } from './language-of.ts';
import { ConceptFinder } from './lexicon.ts';
import { chanceOf, isStrange, scoreOf } from './reject.ts';
import { type Model, OUT_OF_SCOPE } from './train.ts';

export type { Lexicon } from './lexicon.ts';
export { decodeModel, encodeModel, MODEL_VERSION } from './model-file.ts';
export { trainRecogniser } from './recogniser.ts';
export { type Model, type Row, train } from './train.ts';

type Weighed = Meaning['alternatives'][number];

const GENERAL = 'general:';
const MOST = 5;

interface Surroundings {
  /** Of the services only these, when any are named. */
  readonly services?: Iterable<string>;
  /** A message in a script of its own is in that language, and is understood by its words and letters. */
  readonly languages?: readonly InstalledLanguage[];
  /** Words that are meant to hurt. */
  readonly insults?: ReadonlySet<string>;
}

/** Understands what the model was trained for. */
export function openLanguageEngine(
  model: Model,
  { services, languages = [], insults = new Set() }: Surroundings = {},
): LanguageEngine {
  const finder = new ConceptFinder(model.lexicon);
  const intents = new Classifier(model.intents);
  const acts = new Classifier(model.acts);
  const installed = services && new Set(services);
  const isAllowed = (label: string): boolean =>
    !installed || label === OUT_OF_SCOPE || label.startsWith(GENERAL) || installed.has(label);

  const understand = (text: string): Meaning => {
    const forms = formsOf(byLetters(inHindi(text, languages), languages), finder);
    const features = countFeatures(forms, 'citizen');
    const verdict = intents.classify(features, isAllowed);
    const chance = chanceOf(verdict, model.intentCurve);
    const isLost = isStrange(verdict) || scoreOf(verdict) < model.rejectBelow;
    const act = acts.classify(countFeatures(forms, 'act'));
    const shares = sharesOf(verdict.ranked.slice(0, MOST + 1), chance);
    const weighed = shares.map(({ label, share }): Weighed => {
      if (label === OUT_OF_SCOPE) return { intent: { type: 'out-of-scope' }, confidence: share };
      if (label.startsWith(GENERAL))
        return {
          intent: { type: 'general', general: label.slice(GENERAL.length) as GeneralIntent },
          confidence: share,
        };
      const ranked = act.ranked.filter((each) => model.possibleActs[label]?.includes(each.label));
      return {
        intent: { type: 'service', service: label, act: (ranked[0]?.label as Act | undefined) ?? 'apply' },
        confidence: share * chanceOf({ ranked, nearest: 0 }, model.actCurve),
      };
    });
    const meaning = meaningOf(weighed, isLost, chance, model.actFrom, languageOf(text, languages));
    return isRude(text, insults) ? { ...meaning, isRude: true } : meaning;
  };
  // "Birth certificate chahiye, beti, 5 march": what is wanted stands first, and what follows are answers.
  const understandParts = (text: string): Meaning => {
    const whole = understand(text);
    const [first = '', ...others] = text.split(/[,;\n।،؛۔]/);
    if (whole.band === 'act' || others.length < 2) return whole;
    const begin = understand(first);
    return begin.band === 'act' && begin.intent.type === 'service' ? { ...whole, ...begin } : whole;
  };
  return { understand: understandParts };
}

/** The best label has its chance; the others share what is left, by their distance from the best. */
function sharesOf(
  ranked: readonly { label: string; value: number }[],
  chance: number,
): { label: string; share: number }[] {
  const [best, ...others] = ranked;
  if (!best) return [];
  const weights = others.map(({ value }) => Math.exp(4 * (value - best.value)));
  const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
  return [
    { label: best.label, share: chance },
    ...others.map(({ label }, at) => ({
      label,
      share: Math.min(chance, ((1 - chance) * (weights[at] ?? 0)) / sum),
    })),
  ];
}

function meaningOf(
  weighed: readonly Weighed[],
  isLost: boolean,
  chance: number,
  actFrom: number,
  language: Meaning['language'],
): Meaning {
  const lost: Intent = { type: 'out-of-scope' };
  const others = weighed.filter(({ intent }) => intent.type !== 'out-of-scope');
  const best = isLost ? { intent: lost, confidence: 1 - chance } : (weighed[0] ?? { intent: lost, confidence: 1 });
  const band = best.intent.type === 'out-of-scope' ? 'lost' : chance >= actFrom ? 'act' : 'offer';
  const rest = others.filter((each) => each !== best).sort((one, other) => other.confidence - one.confidence);
  const alternatives = [best, ...rest].slice(0, MOST);
  return { ...best, band, alternatives, ...(language && { language }) };
}
