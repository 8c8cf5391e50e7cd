import type { PhraseValues } from '#domain/shared/phrase.ts';

/**
 * The words that stand under a key in every language, so that a typed choice is recognised in any of them; of a sentence
 * with gaps what stands around them, and with values also the whole.
 */
export interface Words {
  of(key: string, values?: PhraseValues): readonly string[];
}
