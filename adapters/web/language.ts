import type { WebRequest } from '../shared/route.ts';

/** The languages that pages are written in. */
export type PageLanguage = 'hi' | 'en';

export const pageLanguages: readonly PageLanguage[] = ['en', 'hi'];
const isPageLanguage = (text: string | undefined): text is PageLanguage => text === 'hi' || text === 'en';

/** What was chosen (`?lang=`), else what was chosen before, else what the browser asks for. */
export function languageOf({
  query,
  cookies,
  headers,
}: Pick<WebRequest, 'query' | 'cookies' | 'headers'>): PageLanguage {
  if (isPageLanguage(query.lang)) return query.lang;
  if (isPageLanguage(cookies.language)) return cookies.language;
  const asked = (headers['accept-language'] ?? '').split(',').map((each) => each.trim().slice(0, 2).toLowerCase());
  return asked.find(isPageLanguage) ?? 'en';
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers a language chosen by `?lang=`. */
export const rememberLanguage = ({ query }: Pick<WebRequest, 'query'>): Record<string, string> =>
  isPageLanguage(query.lang)
    ? { 'set-cookie': `language=${query.lang}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}` }
    : {};
