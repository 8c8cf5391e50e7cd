import { isSentence, type Sentence } from '#domain/notification/sentence.ts';
import type { Language } from '#domain/shared/language.ts';
import { type Phrase, phrase } from '#domain/shared/phrase.ts';
import type { WordedMessage } from '../ports/out/channel.ts';
import type { SentencesOf, Variant } from '../ports/out/translator.ts';

/** Lines that one message lists at most; a longer list goes in several. */
export const MOST_LINES = 10;
const VARIANT: Variant = 'sms';

/**
 * Of which sentences a message is made, for gateways that let only registered texts through. What is no sentence,
 * such as an answer on the summary, is told under a heading, and so are links and choices.
 */
export function inSentences(
  said: Phrase,
  { link, document, choices = [] }: Pick<WordedMessage, 'link' | 'document' | 'choices'>,
  language: Language,
  sentencesOf: SentencesOf,
): readonly Sentence[] {
  const under = (key: string, lines: readonly string[], isNumbered = false): Sentence => {
    const [heading = { wording: '', values: {} }] = sentencesOf(phrase(key), language, VARIANT);
    const after = lines.map((_, i) => `${isNumbered ? `${i + 1} ` : ''}{{${i + 1}}}`).join('\n');
    const values = Object.fromEntries(lines.map((line, i) => [String(i + 1), line]));
    return { ...heading, wording: `${heading.wording}\n${after}`, after, values };
  };
  const told: Sentence[] = [];
  let details: string[] = [];
  const tellDetails = (): void => {
    for (let from = 0; from < details.length; from += MOST_LINES)
      told.push(under('sms.details', details.slice(from, from + MOST_LINES)));
    details = [];
  };
  for (const sentence of sentencesOf(said, language, VARIANT)) {
    if (isSentence(sentence.wording)) {
      tellDetails();
      told.push(sentence);
    } else details.push(...textOf(sentence).split('\n'));
  }
  tellDetails();
  if (link) told.push(...linked('sms.link', { label: link.label.trim(), url: link.url }, '{{label}}: {{url}}'));
  if (document?.link !== undefined) told.push(...linked('sms.document', { url: document.link }, '{{url}}'));
  for (const { label, byWord } of choices)
    if (byWord !== undefined) told.push(...sentencesOf(phrase('form.orWrite', { label }), language, VARIANT));
  const options = choices
    .filter(({ byWord }) => byWord === undefined)
    .map(({ label, description }) => [label, description].filter((part) => part?.trim()).join(' - '));
  return options.length === 0 ? told : [...told, under('sms.choose', options, true)];

  function linked(key: string, values: Sentence['values'], after: string): readonly Sentence[] {
    return sentencesOf(phrase(key, values), language, VARIANT).map((sentence) => ({ ...sentence, after }));
  }
}

const textOf = ({ wording, values }: Sentence): string =>
  wording.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
