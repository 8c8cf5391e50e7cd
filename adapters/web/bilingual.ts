import type { Translator } from '#application/ports/out/translator.ts';
import { type Phrase, type PhraseValues, phrase } from '#domain/shared/phrase.ts';
import { type Html, html } from './html.ts';
import { type PageLanguage, pageLanguages } from './language.ts';

/** Says a thing in both languages, the reader's own first: whoever is handed a paper has chosen no language. */
export class Bilingual {
  readonly #translator: Translator;
  readonly #languages: readonly PageLanguage[];

  constructor(translator: Translator, first: PageLanguage) {
    this.#translator = translator;
    this.#languages = [first, ...pageLanguages.filter((each) => each !== first)];
  }

  /** One below the other, each marked with its language for screen readers. */
  say(key: string, values?: PhraseValues): Html {
    return html`${this.#eachOnce(phrase(key, values)).map(
      ({ language, text }, i) => html`<span lang="${language}" class="${i === 0 ? 'first' : 'second'}">${text}</span>`,
    )}`;
  }

  /** In the reader's own language only. */
  sayOnce(key: string, values?: PhraseValues): string {
    return this.#translator.say(phrase(key, values), this.#languages[0] ?? 'en');
  }

  /** The first of the keys that has a sentence; else the word itself, readable. */
  label(keys: readonly string[], otherwise: string): Html {
    const key = keys.find((each) => this.knows(each));
    return key ? this.say(key) : html`${readable(otherwise)}`;
  }

  /** Whether there is a sentence for it in either language. */
  knows(key: string): boolean {
    return this.#translator.has(key, 'en') || this.#translator.has(key, 'hi');
  }

  #eachOnce(what: Phrase): { language: PageLanguage; text: string }[] {
    const said = this.#languages.map((language) => ({ language, text: this.#translator.say(what, language) }));
    return said.filter(({ text }, i) => said.findIndex((other) => other.text === text) === i);
  }
}

/** `child_dob` and `childDob` as words. */
export const readable = (id: string): string =>
  id
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());
