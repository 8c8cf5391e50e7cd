import type { Act } from '#domain/conversation/meaning.ts';
import { type ClassifierData, type Example, trainClassifier } from './classifier.ts';
import { countFeatures, formsOf } from './features.ts';
import { ConceptFinder, type Lexicon } from './lexicon.ts';
import {
  type Curve,
  chanceOf,
  crossValidate,
  fitCurve,
  isRight,
  novelOnes,
  type Trial,
  thresholdKeeping,
} from './reject.ts';

/** A sentence and what it means. `intent`: a service's id, or `general:…`; services also have an act. */
export interface Row {
  readonly text: string;
  readonly intent: string;
  readonly act?: Act;
}

export interface Model {
  readonly lexicon: Lexicon;
  /** Which service, general intent, or something else. */
  readonly intents: ClassifierData;
  /** What is wanted of a service, whichever it is. */
  readonly acts: ClassifierData;
  /** The acts that occur with each service; others are impossible, such as paying where nothing is to be paid. */
  readonly possibleActs: Readonly<Record<string, readonly string[]>>;
  readonly intentCurve: Curve;
  readonly actCurve: Curve;
  /** Score under which a text is out of scope. */
  readonly rejectBelow: number;
  /** Confidence from which a meaning may be acted on. */
  readonly actFrom: number;
}

export const OUT_OF_SCOPE = 'out-of-scope';

const PARTS = 4;
/** Parts that are judged when training; all of them, for a report. One is more than a thousand rows. */
const JUDGED = 1;
/** Of the novel sentences that cross-validation got right, so many must not be rejected. */
const KEEP = 0.95;
/** Of the meanings acted on, so many are right in cross-validation. */
const PRECISION = 0.93;

/** What cross-validation found; for reports, not part of the model. */
export interface Findings {
  readonly intents: readonly Trial[];
  readonly acts: readonly Trial[];
}

/** Learns from sentences in memory; reads nothing else. The same input gives the same model. */
export function train(rows: readonly Row[], lexicon: Lexicon, negatives: readonly string[]): Model {
  return trainAndTell(rows, lexicon, negatives).model;
}

export function trainAndTell(
  rows: readonly Row[],
  lexicon: Lexicon,
  negatives: readonly string[],
  judged = JUDGED,
): { model: Model; findings: Findings } {
  const finder = new ConceptFinder(lexicon);
  const featuresOf = (text: string) => countFeatures(formsOf(text, finder), 'citizen');
  const examples: Example[] = [
    ...rows.map(({ text, intent }) => ({ features: featuresOf(text), label: intent })),
    ...negatives.map((text) => ({ features: featuresOf(text), label: OUT_OF_SCOPE })),
  ];
  const actExamples = rows.flatMap(({ text, act }): Example[] =>
    act ? [{ features: countFeatures(formsOf(text, finder), 'act'), label: act }] : [],
  );
  const findings = {
    intents: crossValidate(examples, 'citizen', { parts: PARTS, judged, keepRows: true }),
    acts: crossValidate(actExamples, 'act', { parts: PARTS, judged, keepRows: false }),
  };
  const novel = novelOnes(findings.intents);
  const intentCurve = fitCurve(novel);
  const model: Model = {
    lexicon,
    intents: trainClassifier(examples, 'citizen'),
    acts: trainClassifier(actExamples, 'act', false),
    possibleActs: possibleActsOf(rows),
    intentCurve,
    actCurve: fitCurve(findings.acts),
    rejectBelow: thresholdKeeping(KEEP, novel, OUT_OF_SCOPE),
    actFrom: confidenceFor(PRECISION, novel, intentCurve),
  };
  return { model, findings };
}

function possibleActsOf(rows: readonly Row[]): Record<string, string[]> {
  const possible: Record<string, string[]> = {};
  for (const { intent, act } of rows) {
    if (!act) continue;
    const acts = possible[intent] ?? [];
    possible[intent] = acts.includes(act) ? acts : [...acts, act];
  }
  return possible;
}

/** The lowest confidence from which on the given share of verdicts is right. */
function confidenceFor(precision: number, trials: readonly Trial[], curve: Curve): number {
  const sure = trials
    .map((trial) => ({ chance: chanceOf(trial.verdict, curve), right: isRight(trial) }))
    .sort((one, other) => other.chance - one.chance);
  let right = 0;
  let lowest = 1;
  sure.forEach((each, at) => {
    if (each.right) right += 1;
    if (right / (at + 1) >= precision) lowest = each.chance;
  });
  return lowest;
}
