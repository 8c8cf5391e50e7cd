import type { Translator } from '#application/ports/out/translator.ts';
import type { InstalledLanguage, Language } from '#domain/shared/language.ts';
import type { WebRequest } from '../shared/route.ts';

/** The languages that the pages of offices are written in; those of citizens come in more. */
export type PageLanguage = 'hi' | 'en';

export const pageLanguages: readonly PageLanguage[] = ['en', 'hi'];
const isPageLanguage = (text: string | undefined): text is PageLanguage => text === 'hi' || text === 'en';

type Asking = Pick<WebRequest, 'query' | 'cookies' | 'headers'>;

/** What was chosen (`?lang=`), else what was chosen before, else what the browser asks for. */
export const languageOf = (request: Asking): PageLanguage => languageAmong(request, pageLanguages) ?? 'en';

/** Of these languages the one that the reader wants, if any. */
export function languageAmong<Offered extends Language>(
  { query, cookies, headers }: Asking,
  offered: readonly Offered[],
): Offered | undefined {
  const asked = (headers['accept-language'] ?? '')
    .split(',')
    .map((each) => each.trim().split(/[-;]/)[0]?.toLowerCase());
  const wanted = [query.lang, cookies.language, ...asked];
  return wanted.flatMap((each) => offered.find((code) => code === each) ?? [])[0];
}

/** The languages that a page is written in, by the key of one of its sentences. */
export const languagesOfPage = (
  key: string,
  { translator, languages }: { readonly translator: Translator; readonly languages: readonly InstalledLanguage[] },
): readonly InstalledLanguage[] => languages.filter(({ code }) => translator.has(key, code));

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a language chosen by `?lang=`. */
export const rememberLanguage = ({ query }: Pick<WebRequest, 'query'>): Record<string, string> =>
  isPageLanguage(query.lang)
    ? { 'set-cookie': `language=${query.lang}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}` }
    : {};
