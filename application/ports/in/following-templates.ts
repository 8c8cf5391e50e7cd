import type { TemplateWord } from '#domain/notification/template-standing.ts';
import type { Checked } from '../out/checked.ts';

/** Keeps up with what a provider thinks of our approved texts. */
export interface FollowingTemplates {
  /** Takes the provider's words. A text that may no longer leave stops at once, and the operator is alarmed. */
  hear(words: readonly TemplateWord[]): Promise<void>;
  /** Asks the provider about all of them, in case a word was lost. Does nothing where no channel has templates. */
  ask(): Promise<void>;
  /** Compares our registry with the provider's. */
  check(): Promise<Checked>;
}
