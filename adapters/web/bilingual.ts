import type { Language } from '#domain/shared/language.ts';
import { type PhraseValues, phrase } from '#domain/shared/phrase.ts';
import type { WebRequest } from '../shared/route.ts';
import { type Html, html } from './html.ts';
import { languageAmong, languagesOfPage, pageLanguages } from './language.ts';
import { directionOf, type Surroundings } from './shell.ts';

/** Says a thing in two languages, the reader's own first: whoever is handed a paper has chosen no language. */
export class Bilingual {
  /** The reader's own. */
  readonly language: Language;
  readonly #languages: readonly Language[];
  readonly #around: Pick<Surroundings, 'translator' | 'languages'>;

  constructor(around: Pick<Surroundings, 'translator' | 'languages'>, first: Language) {
    this.language = first;
    this.#around = around;
    this.#languages = [first, ...pageLanguages.filter((each) => each !== first).slice(0, 1)];
  }

  /** For whoever asks for a page of which this key is a sentence; `known`: how the reader is known to speak, unless he asks otherwise. */
  static for(
    request: Pick<WebRequest, 'query' | 'cookies' | 'headers'>,
    key: string,
    around: Pick<Surroundings, 'translator' | 'languages'>,
    known?: Language,
  ): Bilingual {
    const offered = languagesOfPage(key, around).map(({ code }) => code);
    const spoken = offered.find((code) => code === known);
    const chosen = languageAmong(spoken ? { ...request, headers: {} } : request, offered);
    return new Bilingual(around, chosen ?? spoken ?? 'en');
  }

  /** One below the other, each marked with its language for screen readers. */
  say(key: string, values?: PhraseValues): Html {
    return html`${this.#eachOnce(key, values).map(
      ({ language, text }, i) =>
        html`<span lang="${language}" dir="${directionOf(language, this.#around.languages)}" class="${i === 0 ? 'first' : 'second'}">${text}</span>`,
    )}`;
  }

  /** In the reader's own language only. */
  sayOnce(key: string, values?: PhraseValues): string {
    return this.#around.translator.say(phrase(key, values), this.language);
  }

  /** The first of the keys that has a sentence; else the word itself, readable. */
  label(keys: readonly string[], otherwise: string): Html {
    const key = keys.find((each) => this.knows(each));
    return key ? this.say(key) : html`${readable(otherwise)}`;
  }

  /** Whether there is a sentence for it in either language. */
  knows(key: string): boolean {
    return this.#around.translator.has(key, 'en') || this.#around.translator.has(key, 'hi');
  }

  #eachOnce(key: string, values?: PhraseValues): { language: Language; text: string }[] {
    const said = this.#languages.map((language) => ({
      language: this.#sourceOf(key, language),
      text: this.#around.translator.say(phrase(key, values), language),
    }));
    return said.filter(({ text }, i) => said.findIndex((other) => other.text === text) === i);
  }

  /** In which language it is really said: a sentence that one does not have is another's. */
  #sourceOf(key: string, language: Language): Language {
    const { translator, languages } = this.#around;
    const fallback = languages.find(({ code }) => code === language)?.fallback ?? [];
    return [language, ...fallback].find((each) => translator.has(key, each)) ?? language;
  }
}

/** `child_dob` and `childDob` as words. */
export const readable = (id: string): string =>
  id
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());
