import type { WordedMessage } from '#application/ports/out/channel.ts';
import { dltPattern } from '#domain/notification/dlt-template.ts';
import { filled, fixedWords, type Sentence, skeletonOf, valuesIn } from '#domain/notification/sentence.ts';
import { smsTexts } from '../sms-menu.ts';
import { isGsm7, plainSigns, withoutCostlySigns } from '../sms-segments.ts';
import type { HttpSmsSettings, RegisteredText } from './settings.ts';

/** Operators' guidelines; config knows since when. */
const LONGEST_GAP = 30;

/** One SMS, and the registered text of which it is a filling. */
export interface Sms {
  readonly text: string;
  readonly registered?: RegisteredText;
}

type Registry = Pick<HttpSmsSettings, 'templates' | 'longestGap'>;

/**
 * The message in as few SMS as registered texts allow: each is one of them, word for word, with its gaps filled. What is
 * in none makes the whole go as it is, which tells nobody half of it; `unregisteredIn` says what that was.
 */
export function smsOf(message: WordedMessage, registry: Registry): readonly Sms[] {
  const { sentences = [] } = message;
  const found = registry.templates ? covered(sentences, registry) : [];
  if (sentences.length > 0 && found.length > 0 && found.every((each) => 'text' in each)) return found;
  return smsTexts(message).map((text) => ({ text, ...(sentences.length === 0 && matching(text, registry)) }));
}

/** The first sentence that is not registered, by its key; absent when all are. */
export function unregisteredIn(message: WordedMessage, registry: Registry): string | undefined {
  if (!registry.templates) return undefined;
  const { sentences = [] } = message;
  const lacks = covered(sentences, registry).find((each) => 'lacks' in each);
  if (lacks) return lacks.lacks;
  const isKnown = sentences.length > 0 || smsOf(message, registry).every(({ registered }) => registered);
  return isKnown ? undefined : OWN_WORDS;
}

const OWN_WORDS = 'own-words';

/** From the left, as much as one registered text says. */
function covered(sentences: readonly Sentence[], registry: Registry): (Sms | { readonly lacks: string })[] {
  const said: (Sms | { readonly lacks: string })[] = [];
  for (let from = 0; from < sentences.length; ) {
    let to = sentences.length;
    let found: Sms | undefined;
    for (; to > from && !found; to -= 1) found = inOne(sentences.slice(from, to), registry);
    said.push(found ?? { lacks: sentences[from]?.key ?? OWN_WORDS });
    from = found ? to + 1 : from + 1;
  }
  return said;
}

function inOne(sentences: readonly Sentence[], { templates = [], longestGap = LONGEST_GAP }: Registry) {
  const wordings = sentences.map(({ wording, after }, i) => (i > 0 && after !== undefined ? after : wording));
  const skeleton = skeletonOf(withoutCostlySigns(wordings.join('\n')));
  const values = wordings.map((wording, i) => valuesIn(wording, sentences[i]?.values ?? {}));
  // Gaps of two sentences never touch: a line ends between them.
  return texted(skeleton, values.flat()) ?? texted(`{}${skeleton}`, ['', ...values.flat()]);

  function texted(words: string, inGaps: readonly string[]): Sms | undefined {
    const registered = bySkeleton(templates).get(words);
    if (!registered) return undefined;
    const isPlain = isGsm7(fixedWords(registered.text).join(''));
    const text = filled(registered.text, isPlain ? inGaps.map(plainSigns) : inGaps, longestGap);
    return text === undefined ? undefined : { text, registered };
  }
}

/** Of a text that came without its sentences: the first that it fits. */
function matching(text: string, { templates = [], longestGap = LONGEST_GAP }: Registry) {
  const registered = templates.find((template) => {
    const [begins, ends] = edgesOf(template);
    return text.startsWith(begins) && text.endsWith(ends) && patternOf(template, longestGap).test(text);
  });
  return registered && { registered };
}

const indices = new WeakMap<readonly RegisteredText[], ReadonlyMap<string, RegisteredText>>();

function bySkeleton(templates: readonly RegisteredText[]): ReadonlyMap<string, RegisteredText> {
  // Of two that read the same the first counts.
  const index = indices.get(templates) ?? new Map(templates.toReversed().map((each) => [skeletonOf(each.text), each]));
  indices.set(templates, index);
  return index;
}

const edges = new WeakMap<RegisteredText, readonly [string, string]>();

/** The words before the first gap and after the last: most texts differ there, and comparing them is quick. */
function edgesOf(template: RegisteredText): readonly [string, string] {
  const known = edges.get(template);
  if (known) return known;
  const words = fixedWords(template.text);
  const found = [words.at(0) ?? '', words.at(-1) ?? ''] as const;
  edges.set(template, found);
  return found;
}

const patterns = new WeakMap<RegisteredText, RegExp>();

function patternOf(template: RegisteredText, longestGap: number): RegExp {
  const pattern = patterns.get(template) ?? dltPattern(template.text, longestGap);
  patterns.set(template, pattern);
  return pattern;
}
