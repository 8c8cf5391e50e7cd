import { Classifier, type Example, trainClassifier, type Verdict } from './classifier.ts';
import type { Profile } from './features.ts';

/** A verdict on a row that the classifier had not been trained on. */
export interface Trial {
  readonly verdict: Verdict;
  readonly label: string;
}

/** How sure a verdict is: the best label's distance from its border, and how much the text resembles one we know. */
export const scoreOf = ({ ranked, nearest }: Verdict): number => (ranked[0]?.value ?? -1) + nearest;

/** A text that shares next to nothing with any known one is out of scope, whatever the classifier makes of its few letters. */
export const isStrange = ({ nearest }: Verdict): boolean => nearest < 0.08;

/** How far the best label is ahead of the next. */
export const leadOf = ({ ranked }: Verdict): number => (ranked[0]?.value ?? 0) - (ranked[1]?.value ?? -1);

export interface Validation {
  readonly parts: number;
  /** Only so many of the parts are judged, when time matters. */
  readonly judged: number;
  readonly keepRows: boolean;
}

/** Cross-validation: each row is judged once, by a classifier trained on the other parts. */
export function crossValidate(
  examples: readonly Example[],
  profile: Profile,
  { parts, judged, keepRows }: Validation,
): Trial[] {
  const partOf = spreadOver(examples, parts);
  return Array.from({ length: judged }, (_, part) => part).flatMap((part) => {
    const others = examples.filter((_, at) => partOf[at] !== part);
    const classifier = new Classifier(trainClassifier(others, profile, keepRows));
    return examples
      .filter((_, at) => partOf[at] === part)
      .map(({ features, label }) => ({ verdict: classifier.classify(features), label }));
  });
}

/** Deals the rows of each label out over the parts in turn. */
function spreadOver(examples: readonly Example[], parts: number): number[] {
  const dealt = new Map<string, number>();
  return examples.map(({ label }) => {
    const number = dealt.get(label) ?? 0;
    dealt.set(label, number + 1);
    return number % parts;
  });
}

/** People word things in more ways than we have thought of: trials that resemble a training row closely say little about them. */
const NOVEL = 0.45;
const ENOUGH = 60;

/** The trials that are most like messages never seen before; all of them when those are too few. */
export function novelOnes(trials: readonly Trial[]): readonly Trial[] {
  const novel = trials.filter(({ verdict }) => verdict.nearest < NOVEL);
  return novel.length < ENOUGH ? trials : novel;
}

export const isRight = ({ verdict, label }: Trial): boolean => verdict.ranked[0]?.label === label;

/** The score under which a text is taken for something else, so that `keep` of the rightly judged rows stay. */
export function thresholdKeeping(keep: number, trials: readonly Trial[], outside?: string): number {
  const scores = trials
    .filter((trial) => isRight(trial) && trial.label !== outside)
    .map(({ verdict }) => scoreOf(verdict))
    .sort((one, other) => one - other);
  return scores[Math.floor(scores.length * (1 - keep))] ?? 0;
}

/** The chance that a verdict is right, as a logistic curve over two figures of it. */
export interface Curve {
  readonly score: number;
  readonly lead: number;
  readonly base: number;
}

export const chanceOf = (verdict: Verdict, { score, lead, base }: Curve): number =>
  1 / (1 + Math.exp(-(score * scoreOf(verdict) + lead * leadOf(verdict) + base)));

/** Fits the curve by plain gradient descent: three numbers, a fixed number of steps, always the same result. */
export function fitCurve(trials: readonly Trial[], isCorrect: (trial: Trial) => boolean = isRight): Curve {
  const points = trials.map(
    (trial) => [scoreOf(trial.verdict), leadOf(trial.verdict), isCorrect(trial) ? 1 : 0] as const,
  );
  let curve: Curve = { score: 1, lead: 1, base: 0 };
  for (let round = 0; round < 800; round += 1) {
    const slope = { score: 0, lead: 0, base: 0 };
    for (const [score, lead, right] of points) {
      const miss = right - 1 / (1 + Math.exp(-(curve.score * score + curve.lead * lead + curve.base)));
      slope.score += miss * score;
      slope.lead += miss * lead;
      slope.base += miss;
    }
    const rate = 2 / Math.max(1, points.length);
    curve = {
      score: curve.score + rate * slope.score,
      lead: curve.lead + rate * slope.lead,
      base: curve.base + rate * slope.base,
    };
  }
  return curve;
}
