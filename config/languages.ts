import type { InstalledLanguage } from '#domain/shared/language.ts';
import installed from './languages.json' with { type: 'json' };

/** The languages of this installation; the first is offered first. */
export const languages = installed as readonly InstalledLanguage[];
