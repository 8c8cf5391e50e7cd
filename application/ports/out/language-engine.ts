import type { Meaning } from '#domain/conversation/meaning.ts';

/** Says what a free text may mean. It never decides: the dialogue does. */
export interface LanguageEngine {
  understand(text: string): Meaning;
}
