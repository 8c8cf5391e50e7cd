import type { InstalledLanguage, Language } from '../shared/language.ts';
import type { Phrase, PhraseValue } from '../shared/phrase.ts';

/** Languages in which templates are submitted. */
export type TemplateLanguage = 'en' | 'hi';

/** The language itself, or the first that its speakers read as well and that templates are written in. */
export const templateLanguageOf = (language: Language, installed: readonly InstalledLanguage[]): TemplateLanguage =>
  [language, ...(installed.find(({ code }) => code === language)?.fallback ?? [])].find(
    (each) => each === 'en' || each === 'hi',
  ) ?? 'hi';

/** What providers know of: only the first two may leave unasked. */
export type TemplateCategory = 'utility' | 'authentication' | 'marketing';

/** A text that the provider approves beforehand, for what we say when the session window is closed. */
export interface MessageTemplate {
  readonly name: string;
  readonly category: TemplateCategory;
  /** The sentences, by key, in whose place it goes out. */
  readonly serves: readonly string[];
  /** Carries the message's document. */
  readonly document?: boolean;
  /** For a one-time password: the gap that it fills, and for how many minutes it is good. The provider writes the words itself. */
  readonly code?: { readonly gap: string; readonly minutes: number };
  /** What its buttons send back: a command, or a pattern such as `complaint/+/done` for a choice of the message. */
  readonly buttons?: readonly string[];
  readonly texts: Readonly<Record<TemplateLanguage, TemplateText>>;
  /** By gap; what a reviewer at the provider reads in its place. */
  readonly examples: Readonly<Record<string, string>>;
}

export interface TemplateText {
  readonly body: string;
  readonly footer?: string;
  /** Titles, as many as `MessageTemplate.buttons`. */
  readonly buttons?: readonly string[];
}

/** Names of the gaps of a text, in order. */
export const gapsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, gap = '']) => gap);

/** The first sentence of a message in whose place a template can go, and what fills its gaps. */
export function servedBy(
  said: Phrase,
  templates: readonly MessageTemplate[],
): { readonly template: MessageTemplate; readonly values: Readonly<Record<string, PhraseValue>> } | undefined {
  if ('lines' in said) {
    for (const line of said.lines) {
      const found = servedBy(line, templates);
      if (found) return found;
    }
    return undefined;
  }
  if (!('key' in said)) return undefined;
  const template = templates.find(({ serves }) => serves.includes(said.key));
  return template && { template, values: said.values ?? {} };
}

/** The command that a button sends back: its own, or that of the choice which fits its pattern. */
export function commandBehind(button: string, choices: readonly { readonly id: string }[]): string | undefined {
  if (!button.includes('+')) return button;
  const pattern = new RegExp(`^${button.replaceAll('+', '[^/]+')}$`);
  return choices.find(({ id }) => pattern.test(id))?.id;
}
