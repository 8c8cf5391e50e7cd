import { Classifier, type Example, trainClassifier } from './classifier.ts';
import { countFeatures, formsOf } from './features.ts';
import { ConceptFinder, emptyLexicon } from './lexicon.ts';
import { crossValidate, isStrange, scoreOf, type Trial, thresholdKeeping } from './reject.ts';
import { OUT_OF_SCOPE } from './train.ts';

/** Tells the intents of any chatbot apart: the same features and classifier, without words of our own services. */
interface Recogniser {
  /** The intent, or `out-of-scope`. */
  recognise(text: string): string;
}

/** Of the sentences that cross-validation got right, so many must not be rejected. */
const KEEP = 0.93;
const PARTS = 5;
/** With more rows than this, one part in five is enough to set the threshold by. */
const MANY_ROWS = 4000;

export function trainRecogniser(
  rows: readonly { readonly text: string; readonly intent: string }[],
  negatives: readonly string[],
): Recogniser {
  const finder = new ConceptFinder(emptyLexicon);
  const featuresOf = (text: string) => countFeatures(formsOf(text, finder), 'chat');
  const known = rows.map(({ text, intent }): Example => ({ features: featuresOf(text), label: intent }));
  const strangers = unlike(
    known,
    negatives.map((text): Example => ({ features: featuresOf(text), label: OUT_OF_SCOPE })),
  );
  const examples = [...known, ...strangers];
  const rejectBelow = thresholdKeeping(KEEP, validate(examples), OUT_OF_SCOPE);
  const classifier = new Classifier(trainClassifier(examples, 'chat'));
  return {
    recognise: (text) => {
      const verdict = classifier.classify(featuresOf(text));
      const best = verdict.ranked[0]?.label ?? OUT_OF_SCOPE;
      return isStrange(verdict) || scoreOf(verdict) < rejectBelow ? OUT_OF_SCOPE : best;
    },
  };
}

/** What is out of scope for us may be another chatbot's business: a sentence too much like its own is no negative for it. */
function unlike(known: readonly Example[], negatives: readonly Example[]): Example[] {
  const classifier = new Classifier(trainClassifier(known, 'chat'));
  const familiar = thresholdKeeping(KEEP, validate(known));
  return negatives.filter(({ features }) => scoreOf(classifier.classify(features)) < familiar);
}

const validate = (examples: readonly Example[]): Trial[] =>
  crossValidate(examples, 'chat', { parts: PARTS, judged: examples.length > MANY_ROWS ? 1 : PARTS, keepRows: true });
