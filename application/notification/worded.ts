import type { Choice, OutboundMessage } from '#domain/conversation/message.ts';
import type { Language } from '#domain/shared/language.ts';
import { phrase } from '#domain/shared/phrase.ts';
import type { WordedChoice, WordedForm, WordedMessage } from '../ports/out/channel.ts';
import type { StoredFile } from '../ports/out/document-store.ts';
import type { Translator, Variant } from '../ports/out/translator.ts';

/**
 * A message in the citizen's words. What he may choose has one wording everywhere: by it a typed answer is known.
 * A document that is gone (its citizen was erased) leaves the text to go alone.
 */
export function worded(
  { text, choices, listTitle, link, order, document, asksLocation, asksNumber, orderUpdate }: OutboundMessage,
  language: Language,
  translator: Translator,
  file: StoredFile | undefined,
  form?: Pick<WordedForm, 'name' | 'ticket'>,
  variant?: Variant,
): WordedMessage {
  const say: (phrase: OutboundMessage['text']) => string = (phrase) => translator.say(phrase, language);
  const wordedChoice = ({ id, label, description, byWord }: Choice): WordedChoice => ({
    id,
    label: say(label),
    ...(description && { description: say(description) }),
    ...(byWord && { byWord: say(phrase('form.orWrite', { label: { phrase: label } })) }),
  });
  return {
    text: translator.say(text, language, variant),
    ...(choices && choices.length > 0 && { choices: choices.map(wordedChoice) }),
    ...(listTitle && { listTitle: say(listTitle) }),
    ...(order && { order: { ...order, item: say(order.item) } }),
    ...(orderUpdate && { orderUpdate }),
    ...(link && { link: { label: say(link.label), url: link.url } }),
    ...(document &&
      file && {
        document: { ...file, fileName: say(document.fileName), ...(document.link && { link: document.link }) },
      }),
    ...(asksLocation && { asksLocation: say(phrase('form.sendPlace')) }),
    ...(asksNumber && { asksNumber: say(phrase('form.shareNumber')) }),
    ...(form && { form: { ...form, label: say(phrase('form.fillIn')), offer: say(phrase('form.fillInOffer')) } }),
  };
}
