import type { ServiceId } from '#domain/shared/ids.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';

/** A Flow is whole in one language: where all of a service's words are there, or were promised to be. */
export const hasWordsFor = ({ isComplete, promised }: InstalledLanguage, service: ServiceId): boolean =>
  isComplete || (promised?.sentences.includes('form') === true && promised.services.includes(service));

/** In which language a citizen's Flow is: his own, or as in the talk the first of those that it falls back to. */
export function flowLanguageOf(
  service: ServiceId,
  wanted: Language,
  languages: readonly InstalledLanguage[],
): Language {
  const named = (code: Language) => languages.find((each) => each.code === code);
  const known = (code: Language): boolean => {
    const language = named(code);
    return language !== undefined && hasWordsFor(language, service);
  };
  return [wanted, ...(named(wanted)?.fallback ?? [])].find(known) ?? wanted;
}
